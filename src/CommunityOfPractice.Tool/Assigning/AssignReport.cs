using System.Text.Json;
using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Assigning;

/// <summary>Writes solved weights; the shape of the JSON is a contract.</summary>
internal static class AssignReport
{
    /// <summary>Duals are written doubled, because a dual can be half a unit.</summary>
    private const int Scale = 2;

    public static void WriteText(TextWriter output, SolvedWeights solved)
    {
        foreach ((int from, int to, long weight) in solved.Pairs)
        {
            output.WriteLine(Words.Plain(Words.Text($"{solved.Names[from].Id} – {solved.Names[to].Id}: {weight}")));
        }

        foreach (int vertex in solved.Unmatched)
        {
            output.WriteLine(Words.Plain($"{solved.Names[vertex].Id} stays alone"));
        }

        output.WriteLine(Words.Text($"{Words.Count(solved.Matching.PairCount, "pair", "pairs")}, total weight {solved.Matching.TotalWeight}, {(solved.Proof.IsProven ? "proven to be the best" : "NOT proven")}"));
    }

    public static async Task WriteJsonAsync(Stream stream, SolvedWeights solved, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("mode", solved.Mode);
        json.WriteStartArray("pairs");
        foreach ((int from, int to, long weight) in solved.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("from", solved.Names[from].Id);
            json.WriteString("to", solved.Names[to].Id);
            json.WriteNumber("weight", weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("totalWeight", solved.Matching.TotalWeight);
        json.WriteStartArray("unmatched");
        foreach (int vertex in solved.Unmatched)
        {
            WriteName(json, solved.Names[vertex]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCertificate(json, solved);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    private static void WriteCertificate(Utf8JsonWriter json, SolvedWeights solved)
    {
        MatchingCertificate certificate = solved.Matching.Certificate;
        json.WriteStartObject("certificate");
        json.WriteBoolean("verified", solved.Proof.IsProven);
        json.WriteStartArray("faults");
        foreach (string fault in solved.Proof.Faults)
        {
            json.WriteStringValue(fault);
        }

        json.WriteEndArray();
        json.WriteNumber("pairBonus", certificate.PairBonus);
        json.WriteNumber("scale", Scale);
        json.WriteStartArray("duals");
        for (int vertex = 0; vertex < solved.Names.Count; vertex++)
        {
            WriteName(json, solved.Names[vertex]);
            json.WriteNumber("dual", certificate.VertexDuals[vertex]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("blossoms");
        foreach (BlossomDual blossom in certificate.Blossoms)
        {
            json.WriteStartObject();
            json.WriteStartArray("members");
            foreach (int member in blossom.Members)
            {
                json.WriteStringValue(solved.Names[member].Id);
            }

            json.WriteEndArray();
            json.WriteNumber("dual", Scale * blossom.Dual);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Begins an object with a name, and its side when there are two.</summary>
    private static void WriteName(Utf8JsonWriter json, Named name)
    {
        json.WriteStartObject();
        if (name.Side is { } side)
        {
            json.WriteString("side", side);
        }

        json.WriteString("id", name.Id);
    }
}
