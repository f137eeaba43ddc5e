namespace Homeward.Web.Foundation;

/// <summary>
/// Gathers what several requests ask at the same time into one visit to the database. Whoever asks while a visit is under way takes part in the next one,
/// so every visit begins after it was asked for: nobody is answered with what was read before.
/// </summary>
/// <param name="visit">Answers all that is asked, in its order; when it fails, all who took part fail.</param>
public sealed class Gathered<TAsked, TAnswer>(Func<IReadOnlyList<TAsked>, Task<IReadOnlyList<TAnswer>>> visit)
{
    sealed class Round(Task before)
    {
        public Task Before { get; } = before;
        public List<TAsked> Asked { get; } = [];
        public TaskCompletionSource<IReadOnlyList<TAnswer>> Answers { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    readonly Lock gate = new();
    Task last = Task.CompletedTask;
    Round? open;

    public async Task<TAnswer> AskAsync(TAsked asked)
    {
        var (round, place) = Join(asked);
        if (place == 0)
        {
            await LeadAsync(round);
        }
        return (await round.Answers.Task)[place];
    }

    (Round Round, int Place) Join(TAsked asked)
    {
        lock (gate)
        {
            if (open is null)
            {
                open = new Round(last);
                last = open.Ended.Task;
            }
            open.Asked.Add(asked);
            return (open, open.Asked.Count - 1);
        }
    }

    /// <summary>The first of a round waits for the round before, closes its own, and makes the visit for all.</summary>
    async Task LeadAsync(Round round)
    {
        await round.Before;
        await LetPassAsync();
        lock (gate)
        {
            open = null;
        }
        try
        {
            round.Answers.SetResult(await visit(round.Asked));
        }
        catch (Exception fault)
        {
            round.Answers.SetException(fault);
        }
        finally
        {
            round.Ended.SetResult();
        }
    }

    /// <summary>Whoever is in the queue of the thread pool already comes first: under load they still join the round, alone it costs microseconds.</summary>
    static Task LetPassAsync() => Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
}
