using Homeward.Data.Sealing;
using Homeward.Domain.Foundation;

namespace Homeward.Web.Tests.Trust;

/// <summary>Sealed values and the key file.</summary>
public sealed class SealingTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("homeward-keys-").FullName;

    string KeyPath => Path.Combine(folder, "keys.json");

    [Fact]
    public void A_sealed_value_opens_only_in_its_own_row_and_column()
    {
        var keys = KeyFile.Open(KeyPath, mayCreate: true);
        var row = Ids.New();
        var value = keys.Seal("仇志远", SealedColumn.ClientName, row);

        Assert.Equal("仇志远", keys.Open(value, SealedColumn.ClientName, row));
        Assert.Throws<SealBrokenException>(() => keys.Open(value, SealedColumn.ClientName, Ids.New()));
        Assert.Throws<SealBrokenException>(() => keys.Open(value, SealedColumn.ClientPhone, row));
    }

    [Fact]
    public void A_changed_byte_anywhere_is_noticed()
    {
        var keys = KeyFile.Open(KeyPath, mayCreate: true);
        var row = Ids.New();
        var stored = keys.Seal("13912345678", SealedColumn.ClientPhone, row).ToStored();
        for (var place = 0; place < stored.Length; place++)
        {
            var changed = stored.ToArray();
            changed[place] ^= 1;
            Assert.Throws<SealBrokenException>(() => keys.Open(new Sealed(changed), SealedColumn.ClientPhone, row));
        }
    }

    [Fact]
    public void The_same_text_seals_differently_each_time_and_is_found_by_its_blind_index()
    {
        var keys = KeyFile.Open(KeyPath, mayCreate: true);
        var row = Ids.New();

        Assert.NotEqual(keys.Seal("x", SealedColumn.ClientName, row), keys.Seal("x", SealedColumn.ClientName, row));
        Assert.Equal(keys.Index("x", SealedColumn.ClientPhone), keys.Index("x", SealedColumn.ClientPhone));
        Assert.NotEqual(keys.Index("x", SealedColumn.ClientPhone), keys.Index("x", SealedColumn.ClientIdentityNumber));
    }

    [Fact]
    public void A_second_start_opens_what_the_first_one_sealed()
    {
        var row = Ids.New();
        var value = KeyFile.Open(KeyPath, mayCreate: true).Seal("x", SealedColumn.ClientName, row);

        Assert.Equal("x", KeyFile.Open(KeyPath, mayCreate: false).Open(value, SealedColumn.ClientName, row));
    }

    [Fact]
    public void The_key_file_is_for_its_owner_only_and_never_made_beside_existing_data()
    {
        Assert.Throws<KeyFileException>(() => KeyFile.Open(KeyPath, mayCreate: false));
        KeyFile.Open(KeyPath, mayCreate: true);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"sealing\":[{\"id\":1,\"key\":\"!!\"}],\"index\":\"!!\"}")]
    public void A_broken_key_file_is_said_to_be_broken(string text)
    {
        File.WriteAllText(KeyPath, text);

        Assert.Throws<KeyFileException>(() => KeyFile.Open(KeyPath, mayCreate: true));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
