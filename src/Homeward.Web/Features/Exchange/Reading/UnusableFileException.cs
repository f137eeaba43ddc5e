namespace Homeward.Web.Features.Exchange.Reading;

/// <summary>The file as a whole cannot be taken; the code is a key of the word files without its <c>exchange.</c>.</summary>
public sealed class UnusableFileException : Exception
{
    public UnusableFileException(string code, params object[] values) : base(code)
    {
        Code = code;
        Values = values;
    }

    public UnusableFileException(string code, Exception inner) : base(code, inner) => Code = code;

    public string Code { get; }
    public IReadOnlyList<object> Values { get; } = [];
}
