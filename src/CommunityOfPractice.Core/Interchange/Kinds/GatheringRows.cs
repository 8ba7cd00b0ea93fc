using System.Text;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind gathering: its columns, and the way from and to a <see cref="GatheringEntry"/>.</summary>
internal sealed class GatheringRows(Draft draft) : KindRows
{
    private const int Community = 0, Gathering = 1, Title = 2, Start = 3, End = 4, Duration = 5, TimeZone = 6, Type = 7, FormalityColumn = 8, Series = 9,
        RRule = 10, Except = 11, Place = 12, Link = 13, Hosts = 14, Capacity = 15, Topics = 16, Status = 17, Reason = 18;

    private static readonly string[] Statuses = ["tentative", "scheduled", "held", "cancelled"];
    private static readonly string[] Formalities = ["informal", "formal"];

    public static Schema Schema { get; } = new(
        InterchangeKind.Gathering,
        "gathering",
        new Column("community", Required: true),
        new Column("gathering", Required: true),
        new Column("title", Required: true),
        new Column("start", Shape.Time, Required: true),
        new Column("end", Shape.Time),
        new Column("duration"),
        new Column("timezone"),
        new Column("type"),
        new Column("formality"),
        new Column("series"),
        new Column("rrule"),
        new Column("except", Shape.List),
        new Column("place"),
        new Column("link"),
        new Column("hosts", Shape.List),
        new Column("capacity", Shape.Number),
        new Column("topics", Shape.List),
        new Column("status"),
        new Column("reason"));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryIdText(Gathering, out string? gathering)
            & row.TryText(Title, out string? title)
            & TryTimes(row, out DateTimeOffset start, out DateTimeOffset end)
            & row.TryText(TimeZone, out string? timeZone)
            & row.TryText(Type, out string? type)
            & row.TryWord(FormalityColumn, ProblemCode.FormalityUnknown, Formalities, out int formality)
            & row.TryIdText(Series, out string? series)
            & row.TryText(RRule, out string? rule)
            & TryExcept(row, out ValueList<DateTimeOffset> except)
            & row.TryText(Place, out string? place)
            & row.TryText(Link, out string? link)
            & row.TryList(Hosts, static text => new PersonId(text), out ValueList<PersonId> hosts)
            & row.TryNumber(Capacity, 1, ProblemCode.CapacityOutOfRange, out int? capacity)
            & row.TryList(Topics, static text => new TopicId(text), out ValueList<TopicId> topics)
            & row.TryWord(Status, ProblemCode.StatusUnknown, Statuses, out int status)
            & row.TryText(Reason, out string? reason))
        {
            draft.Gatherings.Add(row, new GatheringEntry(community!.Value, gathering!, title!, start, end)
            {
                TimeZone = timeZone,
                Type = type,
                Formality = (Formality)(formality + 1),
                Series = series,
                RRule = rule,
                Except = except,
                Place = place,
                Link = link,
                Hosts = hosts,
                Capacity = capacity,
                Topics = topics,
                Status = (GatheringEntryStatus)(status + 1),
                Reason = reason,
            });
        }
    }

    public static void Write(GatheringEntry entry, RowWriter row)
    {
        row.Text(Community, entry.Community.Text);
        row.Text(Gathering, entry.Gathering);
        row.Text(Title, entry.Title);
        row.Time(Start, entry.Start);
        row.Time(End, entry.End);
        row.Text(Duration, null);
        row.Text(TimeZone, entry.TimeZone);
        row.Text(Type, entry.Type);
        row.Text(FormalityColumn, entry.Formality == Formality.Unstated ? null : Formalities[(int)entry.Formality - 1]);
        row.Text(Series, entry.Series);
        row.Text(RRule, entry.RRule);
        row.List(Except, entry.Except.Select(InstantText.Format).ToValueList());
        row.Text(Place, entry.Place);
        row.Text(Link, entry.Link);
        row.List(Hosts, entry.Hosts);
        row.Number(Capacity, entry.Capacity);
        row.List(Topics, entry.Topics);
        row.Text(Status, entry.Status == GatheringEntryStatus.Unstated ? null : Statuses[(int)entry.Status - 1]);
        row.Text(Reason, entry.Reason);
    }

    /// <summary>A start, and an end or a duration but not both.</summary>
    private static bool TryTimes(Row row, out DateTimeOffset start, out DateTimeOffset end)
    {
        bool good = row.TryPeriod(Start, End, atLeast: new TimeSpan(1), out DateTimeOffset? first, out DateTimeOffset? last)
            & row.TryDuration(Duration, out TimeSpan? length);
        (start, end) = (first ?? default, last ?? default);
        if (!good)
        {
            return false;
        }

        if (last is null == length is null)
        {
            row.Error(End, last is null ? ProblemCode.ValueMissing : ProblemCode.EndAndDuration, last is null ? "an end or a duration is required" : "give an end or a duration, not both");
            return false;
        }

        if (length is { } time && !InstantText.IsInRange(start.UtcTicks + time.Ticks))
        {
            row.Error(Duration, ProblemCode.TimeOutOfRange, "the end lies after 2099");
            return false;
        }

        end = last ?? start + length!.Value;
        return true;
    }

    private static bool TryExcept(Row row, out ValueList<DateTimeOffset> except)
    {
        if (!row.TryList(Except, static text => text, out ValueList<string> texts))
        {
            except = [];
            return false;
        }

        List<DateTimeOffset> times = [];
        bool good = true;
        foreach (string text in texts)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            InstantFault fault = InstantText.Parse(utf8, out long ticks);
            good &= fault == InstantFault.None;
            if (fault == InstantFault.None)
            {
                times.Add(new DateTimeOffset(ticks, TimeSpan.Zero));
            }
            else
            {
                row.ReportTime(Except, fault, utf8);
            }
        }

        except = times.ToValueList();
        return good;
    }
}
