using System.Text.Json;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Records;

/// <content>Records: a shape for each property.</content>
internal abstract partial class PersonalShape
{
    private sealed class RecordShape(RecordShape.Member[] members) : PersonalShape
    {
        private readonly Member[] sorted = [.. members.OrderBy(m => m.Name.Value, StringComparer.Ordinal)];

        public override bool IsPersonal { get; } = members.Any(m => m.IsPersonal);

        public override void VisitParts(object value, string name, Action<string, object?> seen)
        {
            foreach (Member member in members)
            {
                if (member.Shape.HasParts && member.Get(value) is var inner && !(inner is null && member.MayBeNull))
                {
                    Hand(member.Shape, inner, member.Name.Value, seen);
                }
            }
        }

        public override void Write(Utf8JsonWriter writer, object value, PersonalLens lens)
        {
            writer.WriteStartObject();
            foreach (Member member in lens.Canonical ? sorted : members)
            {
                if ((lens.Part != PersonalPart.Personal || member.IsPersonal) && !(member.Marked && lens.Marked == MarkedValues.LeaveOut))
                {
                    Write(writer, member, member.Get(value), lens);
                }
            }

            writer.WriteEndObject();
        }

        public override void WriteBlank(Utf8JsonWriter writer, object value) =>
            throw new NotSupportedException("A marked record cannot be taken out: mark the texts in it.");

        public override void Visit(object value, Action<PersonId> seen)
        {
            foreach (Member member in members)
            {
                if (member.Shape.IsPersonal && member.Get(value) is { } inner)
                {
                    member.Shape.Visit(inner, seen);
                }
            }
        }

        private static void Write(Utf8JsonWriter writer, Member member, object? value, PersonalLens lens)
        {
            if (value is null || member.Shape.IsEmpty(value))
            {
                if (lens.Canonical)
                {
                    return;
                }
            }

            writer.WritePropertyName(member.Name);
            if (value is null)
            {
                writer.WriteNullValue();
            }
            else if (member.Marked && lens.Marked == MarkedValues.Blank)
            {
                member.Shape.WriteBlank(writer, value);
            }
            else
            {
                member.Shape.Write(writer, value, member.Marked ? lens.Inside : lens);
            }
        }

        internal readonly record struct Member(JsonEncodedText Name, Func<object, object?> Get, bool Marked, PersonalShape Shape)
        {
            /// <summary>Whether null is written, and read back.</summary>
            public bool MayBeNull { get; init; }

            public bool IsPersonal => Marked || Shape.IsPersonal;
        }
    }
}
