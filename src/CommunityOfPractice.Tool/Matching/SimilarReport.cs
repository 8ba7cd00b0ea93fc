using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>Writes pairs of similar communities; the shape of the JSON is a contract.</summary>
internal static class SimilarReport
{
    /// <summary>The first few of each suggestion.</summary>
    public static IEnumerable<CommunityPair> First(IEnumerable<CommunityPair> pairs, int top) => pairs.GroupBy(p => p.Suggestion).SelectMany(g => g.Take(top));

    public static void WriteText(TextWriter output, IReadOnlyCollection<CommunityPair> pairs, int top, bool explain)
    {
        foreach (CommunityPair pair in First(pairs, top))
        {
            string people = Words.Text($"{Words.Count(pair.Overlap.One, "member")} and {Words.Count(pair.Overlap.Other, "member")}, {pair.Overlap.Shared} in both");
            output.WriteLine(Words.Plain($"{NameOf(pair.Suggestion)}: {pair.One} – {pair.Other} ({people})"));
            if (pair.Together is { } merged)
            {
                string rests = merged.AbsenceFactor is { } factor ? Words.Text($"; half of the contributions would come from {factor} of them") : string.Empty;
                output.WriteLine(Words.Text($"    together: {Words.Count(merged.Members, "member")}, {Words.Count(merged.Facilitators, "facilitator")}{rests}"));
            }

            foreach (Reason reason in explain ? pair.Reasons : [])
            {
                output.WriteLine(Words.Plain($"    {reason.Text}"));
            }
        }

        string counts = string.Join(", ", pairs.GroupBy(p => p.Suggestion).Select(g => Words.Text($"{NameOf(g.Key)} {g.Count()}{(g.Count() > top ? Words.Text($" ({top} shown, --top shows more)") : string.Empty)}")));
        output.WriteLine(pairs.Count == 0 ? "No two communities are alike enough for a suggestion." : Words.Text($"Suggestions: {counts}."));
    }

    public static async Task WriteJsonAsync(Stream stream, IEnumerable<CommunityPair> pairs, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("asOf", Durations.Format(asOf));
        json.WriteStartArray("pairs");
        foreach (CommunityPair pair in pairs)
        {
            Write(json, pair);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, CommunityPair pair)
    {
        json.WriteStartObject();
        json.WriteString("one", pair.One.Text);
        json.WriteString("other", pair.Other.Text);
        json.WriteString("suggestion", NameOf(pair.Suggestion));
        json.WriteStartObject("members");
        json.WriteNumber("one", pair.Overlap.One);
        json.WriteNumber("other", pair.Overlap.Other);
        json.WriteNumber("shared", pair.Overlap.Shared);
        json.WriteNumber("population", pair.Overlap.Population);
        json.WriteEndObject();
        Number(json, "jaccard", pair.Overlap.Jaccard);
        Number(json, "containment", pair.Overlap.Containment);
        Number(json, "expected", pair.Overlap.Expected);
        Number(json, "significance", pair.Overlap.Significance);
        Number(json, "topicCosine", pair.TopicCosine);
        if (pair.Together is { } together)
        {
            json.WriteStartObject("together");
            json.WriteNumber("members", together.Members);
            json.WriteNumber("facilitators", together.Facilitators);
            Number(json, "absenceFactor", together.AbsenceFactor);
            json.WriteEndObject();
        }

        json.WriteStartArray("reasons");
        foreach (Reason reason in pair.Reasons)
        {
            json.WriteStringValue(reason.Text);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string NameOf(TogetherKind kind) => kind switch
    {
        TogetherKind.Merge => "merge",
        TogetherKind.SubCommunity => "sub-community",
        _ => "federate",
    };
}
