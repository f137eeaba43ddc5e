using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Homeward.Data.Accounts;
using Homeward.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Homeward.Web.Tests.Trust;

/// <summary>How long a session lives, who ends it, and what the second factor and the lock are worth.</summary>
public abstract partial class SessionTests(Home home)
{
    [Fact]
    public async Task A_session_that_nobody_uses_for_half_an_hour_has_ended()
    {
        var browser = await home.SignedInAsync("worker");
        home.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        home.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        home.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_it_began_however_much_it_is_used()
    {
        var browser = await home.SignedInAsync("worker");
        foreach (var _ in Enumerable.Range(0, 36))
        {
            home.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        }
        home.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_session_left_open_elsewhere_is_ended_from_the_account_page()
    {
        var elsewhere = await home.SignedInAsync("neighbour");
        var here = await home.SignedInAsync("neighbour");
        var other = await home.WithDbAsync(db => db.Sessions.Where(session => session.AccountId == home.World.Accounts["neighbour"].Id && session.EndedAt == null).OrderBy(session => session.Id).Select(session => session.Id).FirstAsync());

        await here.SendFormAsync("/account", $"/account/sessions/{other}/end", [], $"/account/sessions/{other}/end");

        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var victim = await home.SignedInAsync("head");
        var id = await home.WithDbAsync(db => db.Sessions.Where(session => session.AccountId == home.World.Accounts["head"].Id).Select(session => session.Id).FirstAsync());

        await (await home.SignedInAsync("worker")).SendFormAsync("/account", "/sign-out", [], $"/account/sessions/{id}/end");

        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_and_each_code_counts_once()
    {
        var secret = await SecondFactorAsync("office");
        var code = CodeOf(secret);

        Assert.Contains("请输入", await AnswerAsync("office", null), StringComparison.Ordinal);
        Assert.Contains("动态验证码不对", await AnswerAsync("office", code == "000000" ? "000001" : "000000"), StringComparison.Ordinal);
        Assert.Equal("", await AnswerAsync("office", code));
        Assert.Contains("已用过", await AnswerAsync("office", code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_turns_the_second_factor_on_gives_the_code_of_the_app_and_nothing_else()
    {
        var browser = await home.SignedInAsync("security");
        var secret = SecretShown().Match(await browser.GetStringAsync("/account")).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var code = CodeOf(secret);

        var wrong = await browser.SendFormAsync("/account", "factor", new() { ["Input.Code"] = code == "000000" ? "000001" : "000000" });
        var right = await browser.SendFormAsync("/account", "factor", new() { ["Input.Code"] = code });

        Assert.Contains("动态验证码不对", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.True(await home.WithDbAsync(db => db.Accounts.Where(account => account.UserName == "security").Select(account => account.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task The_picture_to_scan_says_the_same_key_and_whose_it_is()
    {
        var page = await (await home.SignedInAsync("head")).GetStringAsync("/account");
        var secret = SecretShown().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var told = $"otpauth://totp/Homeward:head?secret={secret}&issuer=Homeward";

        Assert.Equal(told, Scanned(page));
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(told)}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account()
    {
        var secret = await SecondFactorAsync("system");
        var wrong = CodeOf(secret) == "000000" ? "000001" : "000000";
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await AnswerAsync("system", wrong);
        }

        // A locked account answers like a wrong password: even the right code does not let anybody in.
        Assert.NotEqual("", await AnswerAsync("system", CodeOf(secret)));
    }

    [Fact]
    public async Task A_lock_opens_by_itself_after_a_quarter_of_an_hour()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = "auditor", ["Input.Password"] = "not-the-password" });
        }
        var until = await home.WithDbAsync(db => db.Accounts.Where(account => account.UserName == "auditor").Select(account => account.LockoutEnd).SingleAsync());
        Assert.InRange(until!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        await home.WithDbAsync(async db => await db.Accounts.Where(account => account.UserName == "auditor").ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, until.Value.AddMinutes(-16))));

        await home.SignedInAsync("auditor");
    }

    async Task<string> SecondFactorAsync(string user) => await home.WithDbAsync(async (_, services) =>
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByNameAsync(user))!;
        var key = accounts.GenerateNewAuthenticatorKey();
        await ((IUserAuthenticatorKeyStore<Account>)services.GetRequiredService<IUserStore<Account>>()).SetAuthenticatorKeyAsync(account, key, CancellationToken.None);
        await accounts.SetTwoFactorEnabledAsync(account, true);
        return key;
    });

    async Task<string> AnswerAsync(string user, string? code)
    {
        var answer = await home.Browser().SendFormAsync("/sign-in", "sign-in", new() { ["Input.UserName"] = user, ["Input.Password"] = TestWorld.Password, ["Input.Code"] = code });
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The code of this half minute (RFC 6238), worked out apart from the product.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps use it.")]
    static string CodeOf(string secret)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(FromBase32(secret), step);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("class=\"secret\">([A-Z2-7 ]+)<")]
    private static partial Regex SecretShown();

    /// <summary>The picture is drawn and not photographed: nothing has to be found in it.</summary>
    static readonly Dictionary<DecodeHintType, object> Drawn = new() { [DecodeHintType.PURE_BARCODE] = true };

    /// <summary>Drawn as a browser draws it, and read by another reader than the writer.</summary>
    static string Scanned(string page)
    {
        const int Scale = 4;
        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture) * Scale;
        var side = Number(Side().Match(page).Groups[1]);
        var dark = Square().Matches(page).Select(square => (Number(square.Groups[1]), Number(square.Groups[2]))).ToHashSet();
        var picture = Enumerable.Range(0, side * side).Select(at => dark.Contains((at % side / Scale * Scale, at / side / Scale * Scale)) ? byte.MinValue : byte.MaxValue).ToArray();
        var source = new RGBLuminanceSource(picture, side, side, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)), Drawn)?.Text ?? "not readable";
    }

    [GeneratedRegex("class=\"scan\"[^>]* viewBox=\"0 0 ([0-9]+) ")]
    private static partial Regex Side();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h1v1h-1z")]
    private static partial Regex Square();

    static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}

public sealed class SessionOnSqlite(SqliteHome home) : SessionTests(home), IClassFixture<SqliteHome>;

public sealed class SessionOnPostgres(PostgresHome home) : SessionTests(home), IClassFixture<PostgresHome>;
