using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Where personal data stand in the values of a type, found from the types of properties and their marks; made once a type.</summary>
/// <remarks>Built on the serializer's generated metadata: no code is made at run time.</remarks>
internal abstract partial class PersonalShape
{
    private const int MaxDepth = 16;

    /// <summary>Whether values can hold an id of a person or something marked.</summary>
    public abstract bool IsPersonal { get; }

    public static PersonalShape Of(JsonTypeInfo type) => Of(type.Type, type.Options, 0);

    public abstract void Write(Utf8JsonWriter writer, object value, PersonalLens lens);

    /// <summary>Writes the value that stands for nothing: empty text, empty list, null where that is allowed.</summary>
    public abstract void WriteBlank(Utf8JsonWriter writer, object value);

    /// <summary>Names every person in the value, marked or not.</summary>
    public abstract void Visit(object value, Action<PersonId> seen);

    /// <summary>Whether values can hold a text, an id, a list or something that must not be null.</summary>
    public virtual bool HasParts => true;

    /// <summary>Hands over every text and every id in the value, with the name of the property that it stands in; null where null cannot be read back.</summary>
    public virtual void VisitParts(object value, string name, Action<string, object?> seen) => seen(name, value);

    public virtual bool IsEmpty(object value) => false;

    private static void Hand(PersonalShape shape, object? value, string name, Action<string, object?> seen)
    {
        if (value is null)
        {
            seen(name, null);
        }
        else
        {
            shape.VisitParts(value, name, seen);
        }
    }

    private static PersonalShape Of(Type type, JsonSerializerOptions options, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new NotSupportedException($"{type} goes round in circles.");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return new MaybeShape(Of(underlying, options, depth));
        }

        if (type == typeof(PersonId))
        {
            return new PersonShape();
        }

        if (type == typeof(Actor))
        {
            return new ActorShape();
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            return new ListShape(Of(type.GetGenericArguments()[0], options, depth + 1));
        }

        JsonTypeInfo info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => new RecordShape([.. info.Properties.Where(p => p.Get is not null).Select(p => MemberOf(p, type, options, depth))]),
            JsonTypeInfoKind.None when type.IsValueType || type == typeof(string) => new LeafShape(info),
            _ => throw new NotSupportedException($"{type} cannot be looked into: facts are made of records, ValueLists and single values."),
        };
    }

    private static RecordShape.Member MemberOf(JsonPropertyInfo property, Type owner, JsonSerializerOptions options, int depth)
    {
        if (property.CustomConverter is { } converter && !converter.GetType().Name.StartsWith("ValueListJsonConverter", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"{owner.Name}.{property.Name} has a converter of its own and cannot be looked into.");
        }

        bool marked = property.AttributeProvider?.IsDefined(typeof(PersonalDataAttribute), inherit: true) == true;
        return new(JsonEncodedText.Encode(property.Name), property.Get!, marked, Of(property.PropertyType, options, depth + 1)) { MayBeNull = property.IsGetNullable };
    }

    private sealed class LeafShape(JsonTypeInfo type) : PersonalShape
    {
        public override bool IsPersonal => false;

        public override bool HasParts { get; } = type.Type == typeof(string) || type.Type.Name.EndsWith("Id", StringComparison.Ordinal);

        public override void Write(Utf8JsonWriter writer, object value, PersonalLens lens)
        {
            if (value is string text)
            {
                writer.WriteStringValue(text);
            }
            else
            {
                JsonSerializer.Serialize(writer, value, type);
            }
        }

        public override void WriteBlank(Utf8JsonWriter writer, object value)
        {
            if (value is not string)
            {
                throw new NotSupportedException($"A marked {value.GetType().Name} cannot be taken out: mark texts, lists and what may be null.");
            }

            writer.WriteStringValue(string.Empty);
        }

        public override void Visit(object value, Action<PersonId> seen)
        {
        }
    }

    /// <summary>A value that may be missing; the serializer hands over what it holds.</summary>
    private sealed class MaybeShape(PersonalShape inner) : PersonalShape
    {
        public override bool IsPersonal => inner.IsPersonal;

        public override bool HasParts => inner.HasParts;

        public override void VisitParts(object value, string name, Action<string, object?> seen) => inner.VisitParts(value, name, seen);

        public override void Write(Utf8JsonWriter writer, object value, PersonalLens lens) => inner.Write(writer, value, lens);

        public override void WriteBlank(Utf8JsonWriter writer, object value) => writer.WriteNullValue();

        public override void Visit(object value, Action<PersonId> seen) => inner.Visit(value, seen);
    }

    private sealed class PersonShape : PersonalShape
    {
        public override bool IsPersonal => true;

        public override void Write(Utf8JsonWriter writer, object value, PersonalLens lens)
        {
            PersonId person = (PersonId)value;
            writer.WriteStringValue(lens.Person is { } shown ? shown(person) : person.Text);
        }

        public override void WriteBlank(Utf8JsonWriter writer, object value) => throw new NotSupportedException("An id of a person is renamed, not taken out: it needs no mark.");

        public override void Visit(object value, Action<PersonId> seen) => seen((PersonId)value);
    }

    private sealed class ActorShape : PersonalShape
    {
        public override bool IsPersonal => true;

        public override void Write(Utf8JsonWriter writer, object value, PersonalLens lens)
        {
            Actor actor = (Actor)value;
            writer.WriteStringValue(actor.Person is { } person && lens.Person is { } shown ? "person:" + shown(person) : actor.ToString());
        }

        public override void WriteBlank(Utf8JsonWriter writer, object value) => throw new NotSupportedException("An actor is renamed, not taken out: it needs no mark.");

        public override void Visit(object value, Action<PersonId> seen)
        {
            if (((Actor)value).Person is { } person)
            {
                seen(person);
            }
        }
    }

    private sealed class ListShape(PersonalShape item) : PersonalShape
    {
        public override bool IsPersonal => item.IsPersonal;

        public override bool HasParts => item.HasParts;

        public override void VisitParts(object value, string name, Action<string, object?> seen)
        {
            foreach (object? each in (IEnumerable)value)
            {
                Hand(item, each, name, seen);
            }
        }

        public override bool IsEmpty(object value)
        {
            foreach (object? _ in (IEnumerable)value)
            {
                return false;
            }

            return true;
        }

        public override void Write(Utf8JsonWriter writer, object value, PersonalLens lens)
        {
            writer.WriteStartArray();
            foreach (object each in (IEnumerable)value)
            {
                item.Write(writer, each, lens);
            }

            writer.WriteEndArray();
        }

        public override void WriteBlank(Utf8JsonWriter writer, object value)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }

        public override void Visit(object value, Action<PersonId> seen)
        {
            if (IsPersonal)
            {
                foreach (object each in (IEnumerable)value)
                {
                    item.Visit(each, seen);
                }
            }
        }
    }
}
