using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>G3: who came to a gathering, once it has started; also how somebody checks themselves in, and how a mistake is corrected.</summary>
/// <remarks>
/// <para>The gathering was held when who decides about it says who came; who only checks themselves in does not say so. Taking everybody back makes it planned again, unless there are
/// notes.</para>
/// Guards: <c>community.not-living</c>, <c>gathering.unknown</c>, <c>gathering.not-host</c> (unless it is about who acts alone), <c>gathering.cancelled</c>, <c>gathering.not-started</c>,
/// <c>attendance.too-late</c> (for oneself, <see cref="PracticePolicy.SelfCheckIn"/> after the end), <c>attendance.members-only</c> (count others as other guests),
/// <c>attendance.present-and-absent</c>, <c>attendance.other-guests</c> (below zero), <c>attendance.unchanged</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Gathering">The gathering, or an occurrence of a series.</param>
/// <param name="Present">Who came, besides those who were recorded before.</param>
public sealed record RecordAttendance(CommunityId Community, GatheringId Gathering, ValueList<PersonId> Present) : GatheringCommand(Community, Gathering)
{
    /// <summary>Gets who came.</summary>
    /// <value>Each once.</value>
    public ValueList<PersonId> Present { get; init => field = Once(value); } = Once(Present);

    /// <summary>Gets who was recorded by mistake and did not come.</summary>
    /// <value>Empty by default.</value>
    public ValueList<PersonId> Absent { get; init => field = Once(value); } = [];

    /// <summary>Gets how many others came, without their names.</summary>
    /// <value>Null, the default, when nothing changes about that.</value>
    public int? OtherGuests { get; init; }

    /// <summary>Gets whom it is about, when it is about one person alone.</summary>
    /// <value>Null otherwise.</value>
    public override PersonId? Subject => OtherGuests is null && Present.Concat(Absent).Distinct().ToArray() is [var only] ? only : null;

    private protected override IEnumerable<Fact> Decide(Gathering gathering, PracticeContext context, Guards guards)
    {
        bool runs = GatheringGuards.IsRunBy(gathering.Info.Hosts, context);
        if (!(Subject is { } self && context.By.Is(self)))
        {
            guards.Runs(gathering.Info.Hosts, context);
        }

        guards.NotCancelled(gathering);
        guards.Started(gathering, context);
        guards.Require(runs || context.At <= gathering.End.After(context.Policy.SelfCheckIn), "attendance.too-late", "It is too late to check in: ask who hosted it.");
        foreach (PersonId person in Present)
        {
            guards.Require(
                GatheringGuards.MayCome(gathering.Info.Details.Audience, person, context),
                "attendance.members-only",
                $"'{person}' is none of those for whom it is: count them among the other guests.");
        }

        guards.Require(!Present.Intersect(Absent).Any(), "attendance.present-and-absent", "Nobody came and did not come.");
        guards.Require(OtherGuests is null or >= 0, "attendance.other-guests", "There are no fewer other guests than none.");
        ValueList<PersonId> came = Present.Where(p => !gathering.WasAttendedBy(p)).Order().ToValueList(), stayed = Absent.Where(gathering.WasAttendedBy).Order().ToValueList();
        int? others = OtherGuests == gathering.Info.OtherGuests ? null : OtherGuests;
        bool confirms = runs && gathering.Status == GatheringStatus.Planned && Present.Count > 0;
        guards.Require(came.Count > 0 || stayed.Count > 0 || others is not null || confirms, "attendance.unchanged", "This is recorded already.");
        return [new AttendanceRecorded(gathering.Id, came, stayed, others) { ByThemselves = runs ? null : true }];
    }
}

/// <summary>G3 happened: it is recorded who came; the gathering was held, unless nobody is left who came, or only guests said so for themselves.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Present">Who came, besides those who were recorded before.</param>
/// <param name="Absent">Who did not come after all.</param>
/// <param name="OtherGuests">How many others came; null when nothing changed about that.</param>
public sealed record AttendanceRecorded(
    GatheringId Gathering,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Present,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Absent,
    int? OtherGuests) : CalendarFact
{
    /// <summary>Gets a value indicating whether somebody recorded it for themselves, who does not decide about the gathering: this does not say that it was held.</summary>
    /// <value><see langword="true"/> or null, the default.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ByThemselves { get; init; }

    internal override Calendar Apply(Calendar before, DateTimeOffset at) => before.With(Gathering, g =>
    {
        Gathering after = g.WithAttended(Present, Absent).With(g.Info with { OtherGuests = OtherGuests ?? g.Info.OtherGuests });
        return after.With(after.Info with { Status = StatusOf(after) });
    });

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) => GatheringActivities.Of(before, Gathering, Present);

    private GatheringStatus StatusOf(Gathering after) =>
        after.Attendance == 0 && !after.Info.HasNotes ? GatheringStatus.Planned
        : ByThemselves == true ? after.Status
        : GatheringStatus.Held;
}
