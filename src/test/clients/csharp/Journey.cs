// What a program in C# does with the generated client, from its registration to a cancelled visit.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Miadi.Api;
using Miadi.Client;
using Miadi.Model;
using Newtonsoft.Json;

public static class Journey
{
    private static readonly string Url = Given("MIADI_URL");
    private static readonly Guid Provider = Guid.Parse(Given("MIADI_PROVIDER"));
    private static readonly DateTimeOffset From = Instant("MIADI_FROM");
    private static readonly DateTimeOffset To = Instant("MIADI_TO");

    public static int Main()
    {
        Configuration patient = Somebody("first");
        Configuration other = Somebody("second");
        var appointments = new AppointmentsApi(patient);

        List<SlotResponse> free = FreeTimes(new SlotsApi(patient));
        SlotResponse first = free[0];
        Expect(free.Count > 3, "a list was paged through");

        HoldResponse hold = new HoldsApi(patient).HoldTime(new HoldRequest(Provider, first.Start, durationMinutes: 30));
        ApiResponse<AppointmentResponse> answer = appointments.BookAppointmentWithHttpInfo(
            new AppointmentRequest(Provider, start: first.Start, holdId: hold.Id), Guid.NewGuid().ToString());
        AppointmentResponse booked = answer.Data;
        Expect(booked.Status == AppointmentStatus.Scheduled, "a held time was booked");
        Expect(booked.InsuranceId == null, "what is null is null");

        Problem refused = Refusal(() => new AppointmentsApi(other).BookAppointment(
            new AppointmentRequest(Provider, start: first.Start)));
        Expect(refused.Type == "/problems/slot-taken", "a taken time was refused");
        DateTimeOffset next = refused.NextStarts[0];

        ApiResponse<AppointmentResponse> moved = appointments.RescheduleAppointmentWithHttpInfo(
            booked.Id, answer.Headers["ETag"].First(), new RescheduleRequest(next));
        Expect(moved.Data.Start == next, "the visit was moved");

        AppointmentResponse cancelled = appointments.CancelAppointment(
            booked.Id, moved.Headers["ETag"].First(), new ReasonRequest("Feeling better"));
        Expect(cancelled.Status == AppointmentStatus.Cancelled, "the visit was cancelled");
        Console.WriteLine("the journey is done");
        return 0;
    }

    private static Configuration Somebody(string who)
    {
        TokenResponse signedIn = new AccountsApi(new Configuration { BasePath = Url }).Register(new RegistrationRequest(
            email: who + "-" + Given("MIADI_UNIQUE") + "@example.org",
            password: "nine green mangoes at noon 7",
            firstName: "See",
            lastName: "Sharp",
            dateOfBirth: "1990-05-17"));
        return new Configuration { BasePath = Url, AccessToken = signedIn.AccessToken };
    }

    private static List<SlotResponse> FreeTimes(SlotsApi slots)
    {
        var found = new List<SlotResponse>();
        string cursor = null;
        do
        {
            SlotPage page = slots.FindSlots(From, To, new List<Guid> { Provider }, limit: 3, cursor: cursor);
            found.AddRange(page.Items);
            cursor = page.Next;
        } while (cursor != null);
        return found;
    }

    private static Problem Refusal(Action operation)
    {
        try
        {
            operation();
        }
        catch (ApiException refused)
        {
            return JsonConvert.DeserializeObject<Problem>((string)refused.ErrorContent);
        }
        throw new InvalidOperationException("nothing was refused");
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("not so: " + what);
        }
        Console.WriteLine(what);
    }

    private static string Given(string name)
    {
        return Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name + " is not given");
    }

    private static DateTimeOffset Instant(string name)
    {
        return DateTimeOffset.Parse(Given(name), CultureInfo.InvariantCulture);
    }
}
