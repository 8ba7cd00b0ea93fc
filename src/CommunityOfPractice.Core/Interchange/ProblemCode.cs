namespace CommunityOfPractice.Core.Interchange;

/// <summary>The stable codes of everything that can be wrong in a file; docs/interchange.md explains each.</summary>
internal static class ProblemCode
{
    public const string FileEmpty = "file.empty";
    public const string FileUtf16 = "file.utf16";
    public const string FileBinary = "file.binary";
    public const string FileTooLarge = "file.too-large";
    public const string FileKindUnknown = "file.kind-unknown";
    public const string HeaderMissing = "header.missing";
    public const string HeaderUnsupported = "header.unsupported";
    public const string ColumnUnknown = "column.unknown";
    public const string ColumnDuplicate = "column.duplicate";
    public const string ColumnMissing = "column.missing";
    public const string RowTooLong = "row.too-long";
    public const string RowCells = "row.cells";
    public const string RowBareReturn = "row.bare-return";
    public const string QuoteStray = "quote.stray";
    public const string QuoteTextAfter = "quote.text-after";
    public const string QuoteUnclosed = "quote.unclosed";
    public const string JsonMalformed = "json.malformed";
    public const string JsonNotObject = "json.not-object";
    public const string JsonType = "json.type";
    public const string PropertyUnknown = "property.unknown";
    public const string PropertyDuplicate = "property.duplicate";
    public const string KindMissing = "kind.missing";
    public const string KindUnknown = "kind.unknown";
    public const string KindUnsupported = "kind.unsupported";
    public const string TextNotUtf8 = "text.not-utf8";
    public const string TextNul = "text.nul";
    public const string TextLoneSurrogate = "text.lone-surrogate";
    public const string TextTooLong = "text.too-long";
    public const string ValueMissing = "value.missing";
    public const string IdTooLong = "id.too-long";
    public const string TimeMalformed = "time.malformed";
    public const string TimeOutOfRange = "time.out-of-range";
    public const string ListEmptyItem = "list.empty-item";
    public const string ListEscape = "list.escape";
    public const string ListRepeated = "list.repeated";
    public const string ActUnknown = "act.unknown";
    public const string FormalityUnknown = "formality.unknown";
    public const string ActorUnknown = "actor.unknown";
    public const string RoleUnknown = "role.unknown";
    public const string MetUnknown = "met.unknown";
    public const string UsefulOutOfRange = "useful.out-of-range";
    public const string PeriodReversed = "period.reversed";
    public const string PersonOverlap = "person.overlap";
    public const string CommunityConflict = "community.conflict";
    public const string ActivityIdConflict = "activity.id-conflict";
    public const string ReplyUnknown = "reply.unknown";
}
