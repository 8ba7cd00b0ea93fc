using System.Security.Cryptography;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.DependencyInjection;

/// <summary>Random salts: the one place where chance comes in (docs/adr/0010-salts.md).</summary>
/// <remarks>16 bytes from the operating system's cryptographic source, in lower-case hexadecimal.</remarks>
internal sealed class RandomSalts : ISaltSource
{
#pragma warning disable RS0030 // docs/adr/0010-salts.md
    public string Next() => RandomNumberGenerator.GetHexString(32, lowercase: true);
#pragma warning restore RS0030
}
