namespace Homeward.Web.Foundation;

/// <summary>The body of a form as the browser encoded it, without the NUL characters in it.</summary>
sealed class FormBody(Stream body) : Stream
{
    const int Chunk = 4096;
    readonly byte[] read = new byte[Chunk];
    readonly byte[] clean = new byte[Chunk + 2];
    int from;
    int to;
    int matched;
    bool isOver;

    static ReadOnlySpan<byte> Nul => "%00"u8;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (from == to && !isOver)
        {
            Take(await body.ReadAsync(read, cancellationToken));
        }
        var length = Math.Min(buffer.Length, to - from);
        clean.AsMemory(from, length).CopyTo(buffer);
        from += length;
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>The server reads a body without holding a thread.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    void Take(int length)
    {
        (from, to, isOver) = (0, 0, length == 0);
        foreach (var letter in read.AsSpan(0, length))
        {
            Put(letter);
        }
        if (isOver)
        {
            GiveBack();
        }
    }

    void Put(byte letter)
    {
        if (letter == Nul[matched])
        {
            matched = (matched + 1) % Nul.Length;
            return;
        }
        GiveBack();
        if (letter == Nul[0])
        {
            matched = 1;
        }
        else if (letter != 0)
        {
            clean[to++] = letter;
        }
    }

    /// <summary>What only began like a NUL.</summary>
    void GiveBack()
    {
        Nul[..matched].CopyTo(clean.AsSpan(to));
        to += matched;
        matched = 0;
    }
}
