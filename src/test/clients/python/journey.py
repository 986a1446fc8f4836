"""What a program in Python does with the generated client, from its registration to a cancelled visit."""

import os
import uuid
from datetime import datetime
from typing import List, Mapping, Optional

from miadi_client import (
    AccountsApi,
    ApiClient,
    AppointmentRequest,
    AppointmentsApi,
    AppointmentStatus,
    Configuration,
    HoldRequest,
    HoldsApi,
    Problem,
    ReasonRequest,
    RegistrationRequest,
    RescheduleRequest,
    SlotResponse,
    SlotsApi,
)
from miadi_client.exceptions import ApiException

URL = os.environ["MIADI_URL"]
PROVIDER = uuid.UUID(os.environ["MIADI_PROVIDER"])
FROM = datetime.fromisoformat(os.environ["MIADI_FROM"])
TO = datetime.fromisoformat(os.environ["MIADI_TO"])


def configuration(access_token: Optional[str] = None) -> Configuration:
    """The format that the generator chose for instants in an address, +0000, is not that of RFC 3339: write them in UTC."""
    return Configuration(host=URL, access_token=access_token, datetime_format="%Y-%m-%dT%H:%M:%SZ")


def expect(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError("not so: " + what)
    print(what, flush=True)


def somebody(who: str) -> ApiClient:
    signed_in = AccountsApi(ApiClient(configuration())).register(
        RegistrationRequest(
            email=f"{who}-{os.environ['MIADI_UNIQUE']}@example.org",
            password="nine green mangoes at noon 7",
            firstName="Py",
            lastName="Thon",
            dateOfBirth="1990-05-17",
        )
    )
    return ApiClient(configuration(signed_in.access_token))


def free_times(slots: SlotsApi) -> List[SlotResponse]:
    found: List[SlotResponse] = []
    cursor: Optional[str] = None
    while True:
        page = slots.find_slots(FROM, TO, provider_id=[PROVIDER], limit=3, cursor=cursor)
        found.extend(page.items)
        cursor = page.next
        if cursor is None:
            return found


def journey() -> None:
    patient = somebody("first")
    other = somebody("second")
    appointments = AppointmentsApi(patient)

    free = free_times(SlotsApi(patient))
    first = free[0]
    expect(len(free) > 3, "a list was paged through")

    stream = SlotsApi(patient).watch_slots_without_preload_content(provider_id=[PROVIDER])
    expect(len(stream.read(1)) == 1, "free times were watched")
    stream.close()

    hold = HoldsApi(patient).hold_time(HoldRequest(providerId=PROVIDER, start=first.start, durationMinutes=30))
    answer = appointments.book_appointment_with_http_info(
        AppointmentRequest(providerId=PROVIDER, start=first.start, holdId=hold.id), str(uuid.uuid4())
    )
    booked = answer.data
    expect(booked.status == AppointmentStatus.SCHEDULED, "a held time was booked")
    expect(booked.insurance_id is None, "what is null is null")

    try:
        AppointmentsApi(other).book_appointment(AppointmentRequest(providerId=PROVIDER, start=first.start))
        raise AssertionError("nothing was refused")
    except ApiException as refused:
        problem = Problem.from_json(refused.body or "")
    if problem is None or problem.next_starts is None:
        raise AssertionError("nothing is offered instead")
    expect(problem.type == "/problems/slot-taken", "a taken time was refused")
    then = problem.next_starts[0]

    moved = appointments.reschedule_appointment_with_http_info(
        booked.id, etag(answer.headers), RescheduleRequest(start=then)
    )
    expect(moved.data.start == then, "the visit was moved")

    cancelled = appointments.cancel_appointment(booked.id, etag(moved.headers), ReasonRequest(reason="Feeling better"))
    expect(cancelled.status == AppointmentStatus.CANCELLED, "the visit was cancelled")


def etag(headers: Optional[Mapping[str, str]]) -> str:
    return {name.lower(): value for name, value in (headers or {}).items()}["etag"]


journey()
print("the journey is done")
