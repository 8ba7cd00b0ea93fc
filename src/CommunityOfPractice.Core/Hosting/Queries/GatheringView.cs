using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>A gathering as somebody may see it: counts for all who see it, names for some.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Gathering">What is known about it besides the people.</param>
/// <param name="Going">How many have a place.</param>
/// <param name="Waiting">How many wait for one.</param>
/// <param name="Maybe">How many may come.</param>
/// <param name="Declined">How many do not come.</param>
/// <param name="Attendance">How many came, guests without a name included.</param>
public sealed record GatheringView(GatheringInfo Gathering, int Going, int Waiting, int Maybe, int Declined, int Attendance)
{
    /// <summary>Gets how the viewer stands to it.</summary>
    /// <value><see cref="RsvpStatus.None"/> for who did not answer and for the host application.</value>
    public RsvpStatus Own { get; init; }

    /// <summary>Gets how soon the viewer has their turn.</summary>
    /// <value>1 for the next to be promoted; null when they do not wait.</value>
    public int? OwnPlaceInQueue { get; init; }

    /// <summary>Gets a value indicating whether the viewer was recorded as present.</summary>
    /// <value><see langword="false"/> when not.</value>
    public bool OwnAttendance { get; init; }

    /// <summary>Gets a value indicating whether the names of all who answered or came are shown.</summary>
    /// <value><see langword="true"/> for who hosts it, facilitators and the host application.</value>
    public bool ShowsEverybody { get; init; }

    /// <summary>Gets who has a place.</summary>
    /// <value>By id; empty for who may not know who belongs to the community.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Guests { get; init => field = value ?? []; } = [];

    /// <summary>Gets who waits, the next to be promoted first.</summary>
    /// <value>Empty unless <see cref="ShowsEverybody"/>.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Waitlist { get; init => field = value ?? []; } = [];

    /// <summary>Gets who may come.</summary>
    /// <value>By id; empty unless <see cref="ShowsEverybody"/>.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Undecided { get; init => field = value ?? []; } = [];

    /// <summary>Gets who came.</summary>
    /// <value>By id; empty unless <see cref="ShowsEverybody"/>.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Attended { get; init => field = value ?? []; } = [];
}
