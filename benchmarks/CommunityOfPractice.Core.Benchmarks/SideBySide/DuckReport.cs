using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;

namespace CommunityOfPractice.Core.Benchmarks.SideBySide;

/// <summary>From file to the same readings with DuckDB: read_csv into a table, then SQL over all communities at once.</summary>
internal static class DuckReport
{
    private const string Contribution = "act IN ('post','ask','answer','reply','comment','host','publish','mentor','welcome','curate')";

    public static void Run(string path, DateTimeOffset asOf, TimeSpan window, int threads, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            Run(path, asOf, window, threads, pass, print: pass == 0);
        }
    }

    private static void Run(string path, DateTimeOffset asOf, TimeSpan window, int threads, int pass, bool print)
    {
        using DuckDBConnection connection = new("Data Source=:memory:");
        connection.Open();
        Execute(connection, $"SET threads={threads}");
        Execute(connection, "SET TimeZone='UTC'");
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        Execute(connection, Load(path));
        TimeSpan read = Stopwatch.GetElapsedTime(start);
        long end = asOf.ToUnixTimeSeconds(), begin = (asOf - window).ToUnixTimeSeconds();
        foreach (string statement in Tables(begin, end))
        {
            Execute(connection, statement);
        }

        List<CommunityReadings> readings = Readings(connection);
        TimeSpan total = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        if (print)
        {
            readings.ForEach(r => r.Print());
        }

        CommunityReadings.PrintTimings(new
        {
            Pass = pass,
            Threads = threads,
            ReadS = read.TotalSeconds,
            AssessS = (total - read).TotalSeconds,
            TotalS = total.TotalSeconds,
            CpuS = processor.TotalSeconds,
            PeakMb = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
        });
    }

    private static string Load(string path) => $$"""
        CREATE TABLE ev AS
        SELECT community, person, epoch("at")::BIGINT AS t, act, id, in_reply_to
        FROM read_csv('{{path.Replace("'", "''", StringComparison.Ordinal)}}', header=true, auto_detect=false, delim=',', quote='"', columns={
            'community':'VARCHAR','person':'VARCHAR','at':'TIMESTAMP','act':'VARCHAR','id':'VARCHAR','in_reply_to':'VARCHAR','thread':'VARCHAR'})
        """;

    private static IEnumerable<string> Tables(long begin, long end) =>
    [
        Create("hist", $"""
            SELECT e.*, p.person AS parent FROM ev e LEFT JOIN ev p ON p.id = e.in_reply_to AND p.community = e.community AND p.t < {end}
            WHERE e.t < {end} AND (p.person IS NULL OR p.person <> e.person OR e.act = 'withdraw')
            """),
        Create("win", $"SELECT *, {Contribution} AS gives FROM hist WHERE t >= {begin}"),
        Create("counts", "SELECT community, person, count(*) AS n FROM win WHERE gives GROUP BY ALL"),
        Create("spread", """
            WITH r AS (SELECT community, n, row_number() OVER (PARTITION BY community ORDER BY n) AS i, row_number() OVER (PARTITION BY community ORDER BY n DESC) AS top,
                              sum(n) OVER (PARTITION BY community ORDER BY n DESC ROWS UNBOUNDED PRECEDING) AS upto,
                              sum(n) OVER (PARTITION BY community) AS total, count(*) OVER (PARTITION BY community) AS people FROM counts)
            SELECT community, max(people) AS contributors,
                   CASE WHEN max(people) >= 5 THEN sum((2.0 * i - people - 1) * n) / (max(total) * (max(people) - 1.0)) END AS gini,
                   min(CASE WHEN 2 * upto >= total THEN top END) AS absence_factor,
                   CASE WHEN max(people) >= 20 THEN sum(CASE WHEN top <= (people + 9) // 10 THEN n ELSE 0 END)::DOUBLE / max(total) END AS top_tenth
            FROM r GROUP BY community
            """),
        Create("waits", $"""
            SELECT q.community, q.id, coalesce(min(a.t), {end}) - q.t AS wait, min(a.t) IS NOT NULL AS answered
            FROM win q LEFT JOIN hist a ON a.in_reply_to = q.id AND a.community = q.community AND a.act IN ('answer','reply') AND a.person <> q.person
            WHERE q.act = 'ask' GROUP BY q.community, q.id, q.t
            """),
        Create("curve", """
            WITH g AS (SELECT community, wait, count(*) FILTER (answered) AS d, count(*) AS n FROM waits GROUP BY ALL),
                 r AS (SELECT community, wait, d, sum(n) OVER (PARTITION BY community ORDER BY wait DESC ROWS UNBOUNDED PRECEDING) AS at_risk FROM g)
            SELECT community, wait, d, product(1.0 - d / at_risk) OVER (PARTITION BY community ORDER BY wait ROWS UNBOUNDED PRECEDING) AS s FROM r
            """),
        Create("answers", """
            WITH q AS (SELECT community, count(*) AS n, count(*) FILTER (answered) AS a, count(*) FILTER (answered OR wait >= 172800) AS f FROM waits GROUP BY 1),
                 c AS (SELECT community, min(s) FILTER (wait <= 172800) AS s48, min(wait) FILTER (d > 0 AND s <= 0.5 + 1e-12) AS median FROM curve GROUP BY 1)
            SELECT community, CASE WHEN n >= 10 AND (a >= 3 OR f >= 10) THEN 1 - coalesce(s48, 1.0) END AS answered_48h, CASE WHEN n >= 10 AND a >= 3 THEN median / 3600.0 END AS median_hours
            FROM q JOIN c USING (community)
            """),
        Create("newcomers", $"""
            WITH f AS (SELECT community, person, min(t) AS t0 FROM hist GROUP BY ALL),
                 c AS (SELECT f.community, f.person, bool_or(h.t - f.t0 >= 604800 AND h.t - f.t0 < 2592000) AS back
                       FROM f JOIN hist h USING (community, person) WHERE f.t0 >= {begin} AND f.t0 + 2592000 <= {end} GROUP BY ALL)
            SELECT community, CASE WHEN count(*) >= 5 THEN count(*) FILTER (back)::DOUBLE / count(*) END AS newcomer_return FROM c GROUP BY 1
            """),
        Create("weeks", $"""
            WITH b AS (SELECT community, ({end} - greatest({begin}, min(t))) // 604800 AS n FROM hist GROUP BY 1),
                 w AS (SELECT community, n, unnest(range(n)) AS w FROM b),
                 c AS (SELECT community, n - 1 - ({end} - 1 - t) // 604800 AS w, count(DISTINCT person) AS c FROM win JOIN b USING (community) WHERE gives GROUP BY ALL)
            SELECT w.community, w.n, w.w, ln(1 + coalesce(c.c, 0)) AS y FROM w LEFT JOIN c ON c.community = w.community AND c.w = w.w WHERE w.n >= 8
            """),
        Create("momentum", """
            SELECT a.community, median((b.y - a.y) / (b.w - a.w)) AS slope, sum(sign(b.y - a.y)) AS s FROM weeks a JOIN weeks b ON a.community = b.community AND a.w < b.w GROUP BY 1
            """),
        Create("ties", """
            SELECT DISTINCT community, person AS a, parent AS b FROM win WHERE gives AND parent IS NOT NULL
            """),
        Create("network", """
            WITH m AS (SELECT t.community, count(*) AS edges, count(*) FILTER (u.a IS NOT NULL) AS mutual FROM ties t LEFT JOIN ties u ON u.community = t.community AND u.a = t.b AND u.b = t.a GROUP BY 1),
                 linked AS (SELECT community, a AS person FROM ties UNION SELECT community, b FROM ties),
                 everybody AS (SELECT community, person FROM win UNION SELECT community, person FROM linked),
                 n AS (SELECT e.community, count(*) AS people, count(*) FILTER (l.person IS NULL) AS alone FROM everybody e LEFT JOIN linked l USING (community, person) GROUP BY 1)
            SELECT community, mutual::DOUBLE / edges AS reciprocity, CASE WHEN people >= 5 THEN alone::DOUBLE / people END AS isolates FROM n LEFT JOIN m USING (community)
            """),
    ];

    private static string Create(string name, string query) => $"CREATE TEMP TABLE {name} AS {query}";

    private static List<CommunityReadings> Readings(DuckDBConnection connection)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = """
            SELECT community, coalesce(contributors, 0), gini, absence_factor, top_tenth, answered_48h, median_hours, newcomer_return, slope, s, reciprocity, isolates
            FROM (SELECT DISTINCT community FROM ev) LEFT JOIN spread USING (community) LEFT JOIN answers USING (community) LEFT JOIN newcomers USING (community)
            LEFT JOIN momentum USING (community) LEFT JOIN network USING (community) ORDER BY 1
            """;
        List<CommunityReadings> readings = [];
        using DuckDBDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            readings.Add(new()
            {
                Community = row.GetString(0),
                Contributors = Number(1),
                Gini = Number(2),
                AbsenceFactor = Number(3),
                TopTenth = Number(4),
                Answered48h = Number(5),
                MedianHours = Number(6),
                NewcomerReturn = Number(7),
                Slope = Number(8),
                S = Number(9),
                Reciprocity = Number(10),
                Isolates = Number(11),
            });

            double? Number(int i) => row.IsDBNull(i) ? null : double.Parse(Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);
        }

        return readings;
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
