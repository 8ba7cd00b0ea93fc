namespace CommunityOfPractice.Core.Interchange;

/// <summary>How strictly an <see cref="InterchangeReader"/> reads.</summary>
public sealed class InterchangeReaderOptions
{
    /// <summary>Gets or sets a value indicating whether columns and properties that the format does not know are passed over.</summary>
    /// <value>The default is <see langword="false"/>: each is an error.</value>
    public bool Lenient { get; set; }

    /// <summary>Gets or sets a value indicating whether the good rows are taken over although there are errors.</summary>
    /// <value>The default is <see langword="false"/>: with any error, nothing is taken over.</value>
    public bool KeepGoodRows { get; set; }

    /// <summary>Gets or sets the most bytes that one row may have; memory in use stays within a small multiple of it.</summary>
    /// <value>The default is 1,048,576 (1 MiB). From 1,024 to 268,435,456.</value>
    public int MaxRowBytes { get; set; } = 1 << 20;
}
