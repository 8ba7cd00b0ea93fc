using System.Text;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What the first row of a CSV file says: the kind of its rows, and which cell holds which column.</summary>
internal sealed class CsvHeader
{
    private readonly string[] names;

    private CsvHeader(Schema schema, int[] layout, string[] names) => (Schema, Layout, this.names) = (schema, layout, names);

    public Schema Schema { get; }

    /// <summary>For each column its cell, or <see cref="Row.Absent"/> or <see cref="Row.Broken"/>.</summary>
    public int[] Layout { get; }

    public int Count => names.Length;

    /// <summary>Reads a header and reports everything that is wrong with it.</summary>
    /// <returns>The header, or null when the kind of the rows cannot be told.</returns>
    public static CsvHeader? Read(Row row, InterchangeKind? kind)
    {
        string[] names = new string[row.Count];
        for (int cell = 0; cell < names.Length; cell++)
        {
            names[cell] = Encoding.UTF8.GetString(row.OfSlot(cell)).Trim(' ');
        }

        kind ??= Recognise(names.ToHashSet(StringComparer.OrdinalIgnoreCase));
        if (kind is null)
        {
            row.File.Error(row.Line, null, ProblemCode.FileKindUnknown, UnknownKind(names));
            return null;
        }

        Schema schema = KindRows.SchemaOf(kind.Value);
        return new CsvHeader(schema, LayOut(schema, names, row), names);
    }

    /// <summary>The name of the column that a cell belongs to, or null when the header has no such cell.</summary>
    public string? NameOf(int cell) => cell < names.Length ? Shown.Name(names[cell]) : null;

    private static string UnknownKind(string[] names)
    {
        string found = $"the header does not tell what the rows are; there are: {string.Join(", ", names.Select(Shown.Name))}";
        return names.Contains("community", StringComparer.OrdinalIgnoreCase) && names.Contains("person", StringComparer.OrdinalIgnoreCase)
            ? $"{found}; rows of activity have a column act as well, rows of membership a column from"
            : $"{found}; rows of activity, for one, have community, person, at and act";
    }

    private static InterchangeKind? Recognise(HashSet<string> names) =>
        names.Contains("act") ? InterchangeKind.Activity
        : names.Contains("alias") ? InterchangeKind.Alias
        : names.Contains("people") ? InterchangeKind.Meeting
        : names.Contains("story") ? InterchangeKind.Story
        : names.Contains("artifact") ? InterchangeKind.Artifact
        : names.Contains("gathering") ? (names.Contains("person") ? InterchangeKind.Attendance : InterchangeKind.Gathering)
        : names.Contains("members") ? InterchangeKind.Headcount
        : (names.Contains("community"), names.Contains("person")) switch
        {
            (true, true) => names.Contains("from") ? InterchangeKind.Membership : null,
            (false, true) => InterchangeKind.Person,
            (true, false) => InterchangeKind.Community,
            _ => null,
        };

    private static int[] LayOut(Schema schema, string[] names, Row row)
    {
        int[] layout = new int[schema.Columns.Length];
        Array.Fill(layout, Row.Absent);
        for (int cell = 0; cell < names.Length; cell++)
        {
            int column = schema.IndexOf(Encoding.UTF8.GetBytes(names[cell]), ignoreCase: true);
            if (column < 0)
            {
                ReportUnknown(schema, names[cell], row);
            }
            else if (layout[column] != Row.Absent)
            {
                row.File.Error(row.Line, schema[column].Name, ProblemCode.ColumnDuplicate, "the column is there more than once");
                layout[column] = Row.Broken;
            }
            else
            {
                layout[column] = cell;
            }
        }

        ReportMissing(schema, layout, row);
        return layout;
    }

    private static void ReportUnknown(Schema schema, string name, Row row)
    {
        if (!row.File.Lenient)
        {
            row.File.Error(row.Line, Shown.Name(name), ProblemCode.ColumnUnknown, $"{Shown.Text(name)} is no column of the kind {schema.Name}");
        }
    }

    private static void ReportMissing(Schema schema, int[] layout, Row row)
    {
        for (int column = 0; column < layout.Length; column++)
        {
            if (layout[column] == Row.Absent && schema[column].Required)
            {
                row.File.Error(row.Line, schema[column].Name, ProblemCode.ColumnMissing, "the column is required and is not there");
                layout[column] = Row.Broken;
            }
        }
    }
}
