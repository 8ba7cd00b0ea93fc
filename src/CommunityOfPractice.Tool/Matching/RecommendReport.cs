using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Histories;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>Writes recommendations; the shape of the JSON is a contract.</summary>
internal static class RecommendReport
{
    public static void WriteText(TextWriter output, IReadOnlyCollection<CommunityRecommendations> all, bool explain)
    {
        if (all.Count == 0)
        {
            output.WriteLine("Nobody is known at this time.");
        }

        foreach (CommunityRecommendations answer in all)
        {
            output.WriteLine(Words.Plain($"{answer.Person}"));
            foreach (CommunityRecommendation item in answer.Items.Concat(answer.Revivals))
            {
                string mark = item.IsExploration ? " (by lot)" : answer.Revivals.Contains(item) ? " (dormant: revive?)" : string.Empty;
                output.WriteLine(Words.Plain(Words.Text($"  {item.Score:0.000}  {item.Community}{mark}")));
                foreach (Reason reason in explain ? item.Reasons : [])
                {
                    output.WriteLine(Words.Plain(Words.Text($"         {Amount(item, reason):0.000}  {reason.Text}")));
                }
            }

            if (answer.Items.Count + answer.Revivals.Count == 0)
            {
                output.WriteLine("  nothing");
            }

            foreach (ExcludedCommunity excluded in explain ? answer.Excluded : [])
            {
                output.WriteLine(Words.Plain($"  not     {excluded.Community}: {excluded.Reason.Text}"));
            }
        }
    }

    public static async Task WriteJsonAsync(Stream stream, IEnumerable<CommunityRecommendations> all, DateTimeOffset asOf, bool explain, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, ReplayReport.JsonOptions);
        json.WriteStartObject();
        json.WriteString("asOf", Durations.Format(asOf));
        json.WriteStartArray("recommendations");
        foreach (CommunityRecommendations answer in all)
        {
            json.WriteStartObject();
            json.WriteString("person", answer.Person.Text);
            Write(json, "items", answer.Items, explain);
            if (answer.Revivals.Count > 0)
            {
                Write(json, "revivals", answer.Revivals, explain);
            }

            if (explain)
            {
                json.WriteStartArray("excluded");
                foreach (ExcludedCommunity excluded in answer.Excluded)
                {
                    json.WriteStartObject();
                    json.WriteString("community", excluded.Community.Text);
                    json.WriteString("reason", excluded.Reason.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    private static double Amount(CommunityRecommendation item, Reason reason) => item.Shares.First(s => reason.Code == $"recommendation.{s.Of}").Amount;

    private static void Write(Utf8JsonWriter json, string name, ValueList<CommunityRecommendation> items, bool explain)
    {
        json.WriteStartArray(name);
        foreach (CommunityRecommendation item in items)
        {
            json.WriteStartObject();
            json.WriteString("community", item.Community.Text);
            json.WriteNumber("score", item.Score);
            if (item.IsExploration)
            {
                json.WriteBoolean("byLot", true);
            }

            SharesJson.Write(json, item.Shares, explain ? share => item.Reasons.First(r => r.Code == $"recommendation.{share.Of}").Text : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
