// What a program in TypeScript does with the generated client, from its registration to a cancelled visit.
import { randomUUID } from "node:crypto";
import {
  AccountsApi,
  AppointmentsApi,
  AppointmentStatus,
  Configuration,
  HoldsApi,
  Problem,
  ProblemFromJSON,
  ResponseError,
  SlotsApi,
  SlotResponse,
} from "miadi-client";

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not given`);
  return value;
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
  console.log(what);
}

const basePath = given("MIADI_URL");
const provider = given("MIADI_PROVIDER");
const from = given("MIADI_FROM");
const to = given("MIADI_TO");

async function somebody(who: string): Promise<Configuration> {
  const signedIn = await new AccountsApi(new Configuration({ basePath })).register({
    registrationRequest: {
      email: `${who}-${given("MIADI_UNIQUE")}@example.org`,
      password: "nine green mangoes at noon 7",
      firstName: "Type",
      lastName: "Script",
      dateOfBirth: "1990-05-17",
    },
  });
  return new Configuration({ basePath, accessToken: signedIn.accessToken });
}

/** The problem that an operation was refused with. */
async function refusal(operation: Promise<unknown>): Promise<Problem> {
  try {
    await operation;
  } catch (error) {
    if (error instanceof ResponseError) return ProblemFromJSON(await error.response.json());
    throw error;
  }
  throw new Error("nothing was refused");
}

async function freeTimes(slots: SlotsApi): Promise<SlotResponse[]> {
  const found: SlotResponse[] = [];
  let cursor: string | undefined;
  do {
    const page = await slots.findSlots({ from, to, providerId: [provider], limit: 3, cursor });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

async function journey(): Promise<void> {
  const patient = await somebody("first");
  const other = await somebody("second");
  const appointments = new AppointmentsApi(patient);

  const free = await freeTimes(new SlotsApi(patient));
  const first = free[0];
  if (first === undefined) throw new Error("nothing is free");
  expect(free.length > 3, "a list was paged through");

  const watched = await new SlotsApi(patient).watchSlotsRaw({ providerId: [provider] });
  const stream = watched.raw.body?.getReader();
  expect((await stream?.read())?.done === false, "free times were watched");
  await stream?.cancel();

  const hold = await new HoldsApi(patient).holdTime({
    holdRequest: { providerId: provider, start: first.start, durationMinutes: 30 },
  });
  const answer = await appointments.bookAppointmentRaw({
    appointmentRequest: { providerId: provider, start: first.start, holdId: hold.id },
    idempotencyKey: randomUUID(),
  });
  const booked = await answer.value();
  expect(booked.status === AppointmentStatus.Scheduled, "a held time was booked");
  expect(booked.insuranceId === null, "what is null is null");

  const refused = await refusal(
    new AppointmentsApi(other).bookAppointment({ appointmentRequest: { providerId: provider, start: first.start } }),
  );
  const next = refused.nextStarts?.[0];
  expect(refused.type === "/problems/slot-taken", "a taken time was refused");
  if (next === undefined) throw new Error("nothing is offered instead");

  const moved = await appointments.rescheduleAppointmentRaw({
    id: booked.id,
    ifMatch: answer.raw.headers.get("ETag") ?? "",
    rescheduleRequest: { start: next },
  });
  expect((await moved.value()).start === next, "the visit was moved");

  const cancelled = await appointments.cancelAppointment({
    id: booked.id,
    ifMatch: moved.raw.headers.get("ETag") ?? "",
    reasonRequest: { reason: "Feeling better" },
  });
  expect(cancelled.status === AppointmentStatus.Cancelled, "the visit was cancelled");
}

journey().then(
  () => console.log("the journey is done"),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
