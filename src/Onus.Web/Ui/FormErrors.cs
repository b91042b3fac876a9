namespace Onus.Web.Ui;

/// <summary>What is wrong with a form that was sent, in the order of its fields. Given to a <see cref="Page"/>, every field finds its own.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Sentence)> all = [];

    /// <summary>Id of the field and the sentence, in the order they were added.</summary>
    public IReadOnlyList<(string Field, string Sentence)> All => all;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => all.Count > 0;

    /// <summary>Adds a sentence to a field.</summary>
    /// <param name="field">Id of the field: its name, unless the page gave it another.</param>
    /// <param name="sentence">A sentence that the person can act on, already translated.</param>
    public void Add(string field, string sentence) => all.Add((field, sentence));

    /// <summary>The first sentence of a field, or null.</summary>
    public string? Of(string field) => all.Find(e => e.Field == field).Sentence;
}
