using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind activity: its columns, and the way of a row into the activity log, without an object in between.</summary>
internal sealed class ActivityRows(Draft draft) : KindRows
{
    public const int Community = 0, Person = 1, At = 2, ActColumn = 3, Id = 4, InReplyTo = 5, To = 6, Thread = 7, Topics = 8, Accepted = 9, FormalityColumn = 10, Actor = 11;

    private readonly ActivityPipeline pipeline = draft.Pipeline;

    public static Schema Schema { get; } = new(
        InterchangeKind.Activity,
        "activity",
        new Column("community", Required: true),
        new Column("person", Required: true),
        new Column("at", Shape.Time, Required: true),
        new Column("act", Required: true),
        new Column("id"),
        new Column("in_reply_to"),
        new Column("to", Shape.List),
        new Column("thread"),
        new Column("topics", Shape.List),
        new Column("accepted"),
        new Column("formality"),
        new Column("actor"));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Read(Row row)
    {
        ReadOnlySpan<byte> community = row[Community], person = row[Person], id = row[Id], reply = row[InReplyTo], thread = row[Thread];
        bool good = row.IsId(Community, community)
            & row.IsId(Person, person)
            & row.TryTicks(At, out long at)
            & TryAct(row, out Act act)
            & row.IsId(Id, id)
            & row.IsId(InReplyTo, reply)
            & row.IsList(To)
            & row.IsId(Thread, thread)
            & row.IsList(Topics)
            & row.TryId(Accepted, out ReadOnlySpan<byte> accepted)
            & TryFlags(row, out byte flags);
        if (good)
        {
            pipeline.Next().Add(at, act, flags, row.File.Origin(row.Line), community, person, id, reply, thread, accepted, row[To], row[Topics]);
        }
    }

    public static void Write(Activity activity, RowWriter row)
    {
        row.Text(Community, activity.Community.Text);
        row.Text(Person, activity.Person.Text);
        row.Time(At, activity.At);
        row.Text(ActColumn, activity.Act.Name());
        row.Text(Id, activity.Id?.Text);
        row.Text(InReplyTo, activity.InReplyTo?.Text);
        row.List(To, activity.To);
        row.Text(Thread, activity.Thread?.Text);
        row.List(Topics, activity.Topics);
        row.Text(Accepted, activity.Accepted?.Text);
        row.Text(FormalityColumn, activity.Formality switch { Formality.Formal => "formal", Formality.Informal => "informal", _ => null });
        row.Text(Actor, activity.Actor == ActorKind.Bot ? "bot" : null);
    }

    private static bool TryAct(Row row, out Act act)
    {
        ReadOnlySpan<byte> name = row[ActColumn];
        if (Acts.TryParse(name, out act))
        {
            return true;
        }

        if (name.IsEmpty)
        {
            return row.MayBeAbsent(ActColumn);
        }

        row.Error(ActColumn, ProblemCode.ActUnknown, $"{Shown.Text(name)} is no act; known are {string.Join(", ", Acts.Names)}");
        return false;
    }

    private static bool TryFlags(Row row, out byte flags)
    {
        if (row.IsAbsent(FormalityColumn) && row.IsAbsent(Actor))
        {
            flags = ActivityColumns.Pack(Formality.Unstated, ActorKind.Human);
            return true;
        }

        bool good = row.TryWord(FormalityColumn, ProblemCode.FormalityUnknown, ["informal", "formal"], out int formality)
            & row.TryWord(Actor, ProblemCode.ActorUnknown, ["human", "bot"], out int actor);
        flags = ActivityColumns.Pack((Formality)(formality + 1), (ActorKind)Math.Max(0, actor));
        return good;
    }
}
