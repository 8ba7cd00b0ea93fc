using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Why somebody takes no part in a round: every reason there is.</summary>
internal static class Absence
{
    public static ValueList<Reason> Of(Participant person, PairingRequest request, MeetingMemory memory)
    {
        Guards guards = new();
        Free(guards, person, request);
        int within = (int)request.Rules.CapacityWindow.TotalDays;
        guards.Require(
            person.MostMeetings is not { } most || memory.MeetingsWithin(person.Person, request.Rules.CapacityWindow) < most,
            PairingReasons.Full,
            person.MostMeetings == 0 ? "They want no meetings at present." : $"They want no more than {person.MostMeetings ?? 0} meetings within {within} days, and had them.");
        return guards.Unmet;
    }

    /// <summary>The same without the limit of meetings, which is none of mentoring.</summary>
    public static ValueList<Reason> OfMentoring(Participant person, PairingRequest request)
    {
        Guards guards = new();
        Free(guards, person, request);
        return guards.Unmet;
    }

    private static void Free(Guards guards, Participant person, PairingRequest request)
    {
        guards.Require(person.OptedIn, PairingReasons.TakesNoPart, "They did not agree to be matched.");
        guards.Require(!(person.PausedUntil > request.At), PairingReasons.Paused, $"They take a break until {(person.PausedUntil ?? default).Iso()}.");
    }
}
