using System.Runtime.CompilerServices;
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

    /// <summary>Hashes the texts, and tells what the thread goes by.</summary>
    /// <param name="texts">The bytes from <see cref="Start"/> on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hash(ReadOnlySpan<byte> texts)
    {
        ReadOnlySpan<byte> id = Id.Of(texts), reply = Reply.Of(texts), thread = Thread.Of(texts);
        CommunityHash = Utf8Pool.Hash(Community.Of(texts));
        PersonHash = Utf8Pool.Hash(Person.Of(texts));
        IdHash = id.IsEmpty ? 0 : Utf8Pool.Hash(id);
        ReplyHash = reply.IsEmpty ? 0 : Utf8Pool.Hash(reply);
        ThreadIs = thread.IsEmpty ? ThreadText.Absent : Utf8Pool.Same(thread, id) ? ThreadText.Id : Utf8Pool.Same(thread, reply) ? ThreadText.Reply : ThreadText.Own;
        ThreadHash = ThreadIs == ThreadText.Own ? Utf8Pool.Hash(thread) : 0;
    }
}

/// <summary>Where an id lies: none has more than 800 bytes.</summary>
internal readonly record struct TextPlace(ushort Start, ushort Length)
{
    public bool IsAbsent => Length == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> texts) => texts.Slice(Start, Length);
}

/// <summary>What a thread goes by: mostly by the id of the activity, or of the one replied to.</summary>
internal enum ThreadText : byte
{
    Absent,
    Id,
    Reply,
    Own,
}
