using System.Security.Cryptography;
using System.Text.Json;

namespace Homeward.Data.Sealing;

/// <summary>
/// The key file: <c>{"sealing":[{"id":1,"key":"base64, 32 bytes"}],"index":"base64, 32 bytes"}</c>.
/// It is made with mode 0600 on the first start and never lies beside a backup of the database.
/// </summary>
public static class KeyFile
{
    sealed record Stored(List<StoredKey> Sealing, string Index);

    sealed record StoredKey(ushort Id, string Key);

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="path">The file; its folder is made when missing.</param>
    /// <param name="mayCreate">False where a database exists already: a new key would open nothing.</param>
    public static Keyring Open(string path, bool mayCreate)
    {
        if (!File.Exists(path))
        {
            if (!mayCreate)
            {
                throw new KeyFileException($"The key file {path} is missing, but the database has sealed values. Put the file back.");
            }
            Create(path);
        }
        return Read(path);
    }

    static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var stored = new Stored([new StoredKey(1, NewKey())], NewKey());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, stored, Json);
        stream.Flush(flushToDisk: true);
    }

    static Keyring Read(string path)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), Json);
            if (stored?.Sealing is not { Count: > 0 } || Convert.FromBase64String(stored.Index) is not { Length: 32 } index)
            {
                throw new KeyFileException($"The key file {path} is not whole.");
            }
            return new Keyring([.. stored.Sealing.Select(key => new SealingKey(key.Id, new AesGcm(Convert.FromBase64String(key.Key), 16)))], index);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or CryptographicException)
        {
            throw new KeyFileException($"The key file {path} cannot be read: {fault.Message}");
        }
    }

    static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}

/// <summary>The key file is missing or broken.</summary>
public sealed class KeyFileException(string message) : Exception(message);
