using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M13 happened: somebody was erased at their request; what remains of them is a tombstone, which counts as one person without a name.</summary>
/// <remarks>
/// No command decides it: it belongs to a journal out of which the person was taken at the same time, and commits to what is left there,
/// so that a later change of a redacted entry is still found. A record made before the erasure is replayed anew, not continued.
/// </remarks>
/// <param name="Person">The tombstone that stands in the place of the person from now on, also in what happened before.</param>
/// <param name="Redactions">The entries out of which something was taken, by version.</param>
public sealed record MemberErased(
    PersonId Person,
    [property: JsonConverter(typeof(ValueListJsonConverter<Redaction>))] ValueList<Redaction> Redactions) : MembershipFact(Person)
{
    /// <summary>What is left is that somebody was here, when. Who was only named by others does not come to be anything here by it.</summary>
    internal override Membership Apply(Membership before, Change change)
    {
        Membership after = before.To(MembershipStatus.Erased, change, LeaveReason.Erased);
        return new(before.Person) { Status = after.Status, Since = after.Since, History = after.History, Absences = after.Absences };
    }
}

/// <summary>Says of one entry of a journal that personal data were taken out of it, and what is left.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Version">The version of the entry.</param>
/// <param name="Digest">SHA-256 over the entry's new salt and the personal parts that are left, in lower-case hexadecimal.</param>
public sealed record Redaction(long Version, string Digest);
