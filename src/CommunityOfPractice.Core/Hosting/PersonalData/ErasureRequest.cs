using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Who is to be erased, and who wants it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who is to be erased.</param>
/// <param name="By">Who wants it: the person or the host.</param>
public sealed record ErasureRequest(PersonId Person, Actor By)
{
    /// <summary>Gets what becomes of each community whose last facilitator the person is.</summary>
    /// <value>Null, the default: nothing was chosen, and the erasure is refused. Choosing the grace period without an interim is for the host.</value>
    public LastFacilitatorChoice? IfLast { get; init; }

    /// <summary>Gets what takes the person's place.</summary>
    /// <value>
    /// Null, the default, to draw it at random. Give one to be able to finish an interrupted erasure under the same tombstone: random, used
    /// for nobody else, and forgotten as soon as the erasure is done.
    /// </value>
    public PersonId? Tombstone { get; init; }
}
