using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A server that one test may stop and start again.</summary>
internal sealed class OwnServer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cop-pg-").FullName;
    private readonly string port = PostgreSqlServer.FreePort().ToString(CultureInfo.InvariantCulture);
    private readonly string password = RandomNumberGenerator.GetHexString(24);

    public OwnServer()
    {
        Must(PostgreSqlServer.Run("start", folder, port, password));
        Settings = $"Host=127.0.0.1;Port={port};Username=cop;Password={password};Database=own;Timeout=5";
    }

    public string Settings { get; }

    /// <summary>As if the machine's plug were pulled: connections break, nothing is tidied up.</summary>
    public void Stop() => Must(PostgreSqlServer.Run("stop", folder));

    public void Start() => Must(PostgreSqlServer.Run("again", folder, port));

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    private static void Must((int Code, string Error) ended) => Assert.True(ended.Code == 0, ended.Error);
}
