using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>A checked row on its way to the log; its texts lie in the buffer of its batch, their places counted from <see cref="Start"/>.</summary>
internal struct PendingRow
{
    public long At;
    public ulong CommunityHash, PersonHash, IdHash, ReplyHash, ThreadHash;
    public int Origin, Start, Lists, To, Topics;
    public TextPlace Community, Person, Id, Reply, Thread, Accepted;
    public ThreadText ThreadIs;
    public Act Act;
    public byte Flags;
}

/// <summary>Where an id lies: none has more than 800 bytes.</summary>
internal readonly record struct TextPlace(ushort Start, ushort Length)
{
    public bool IsAbsent => Length == 0;
}

/// <summary>What a thread goes by: mostly by the id of the activity, or of the one replied to.</summary>
internal enum ThreadText : byte
{
    Absent,
    Id,
    Reply,
    Own,
}
