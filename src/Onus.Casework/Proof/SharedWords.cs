using Onus.Domain.Answers;

namespace Onus.Casework.Proof;

/// <summary>What two exhibits that count as two sources have in common, in a sentence.</summary>
internal static class SharedWords
{
    internal static string Of(SharedSource pair, ProofWords words)
    {
        var key = pair switch
        {
            { By: SharedBy.Foundation } => "source",
            { By: SharedBy.File } => "file",
            { By: SharedBy.FileBehind } => "file-behind",
            { By: SharedBy.Account } => "account",
            { By: SharedBy.Voucher } => "voucher",
            { By: SharedBy.Person, Foundation: not null } => "hand",
            { By: SharedBy.Person } => "person",
            { Behind: var behind } when behind == pair.One || behind == pair.Other => "exhibit",
            _ => "exhibit-behind",
        };
        return words.Texts.Format(
            "proof.shared." + key,
            ("one", pair.One.Number), ("other", pair.Other.Number), ("element", pair.Element.Text), ("name", pair.Foundation is { } shared ? words.Foundation(shared).Text : pair.File?.Title ?? pair.Holder),
            ("from", pair.Behind?.Number ?? 0), ("on", pair.Behind == pair.One ? pair.Other.Number : pair.One.Number), ("who", pair.Person is { } person ? words.Person(person) : ""),
            ("first", Through(pair.OneThrough)), ("second", Through(pair.OtherThrough)));

        string Through(Domain.Evidence.Foundation? foundation) => foundation is null
            ? words.Texts["proof.shared-words"]
            : words.Texts.Format("proof.shared-through", ("kind", words.Texts["foundations.kind." + ProofWords.Key(foundation.Kind)]), ("name", words.Foundation(foundation).Text));
    }
}
