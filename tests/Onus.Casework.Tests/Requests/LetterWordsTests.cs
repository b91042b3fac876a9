using Onus.Casework.Requests;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.People;
using Onus.Domain.Requests;
using Onus.Domain.Shared;

namespace Onus.Casework.Tests.Requests;

/// <summary>Letters to somebody outside, sentence by sentence, under the shipped law and lists of words.</summary>
public sealed class LetterWordsTests
{
    private static readonly CaseId Id = new(Guid.CreateVersion7());

    private static readonly Person[] People =
    [
        Person("Survivor A", PersonRole.Survivor, "Amara Nwosu", "+44 7700 900 123", "amara.nwosu@post.example"),
        Person("Survivor B", PersonRole.Survivor, "Lien Tran", "Mỹ Lệ", "陈丽华"),
        Person("Defendant 1", PersonRole.Defendant, "Viktor Dorn", "Boss", "DE77 1234 5678"),
        Person("Witness 1", PersonRole.Witness, "May Price", "Tomáš Černý", "Zoë d'Argent"),
        Person("Valley Bank", PersonRole.Custodian, "VB"),
    ];

    [Theory]
    [InlineData("what", "Bus ticket for Ms Nwosu", "Nwosu")]
    [InlineData("what", "NWOSU A., passenger list of 3 May", "NWOSU")]
    [InlineData("what", "Transfers of Mr Dorn to Ms Tran", "Tran")]
    [InlineData("what", "The room that Amara had", "Amara")]
    [InlineData("what", "nwosu's luggage", "nwosu")]
    [InlineData("what", "Nwosu’s ticket", "Nwosu")]
    [InlineData("why", "Viktor paid for it.", "Viktor")]
    [InlineData("why", "Asked by LIEN in April", "LIEN")]
    [InlineData("to", "The school of Miss Tran", "Tran")]
    [InlineData("authority", "Order against Dorn of 3 May 2025", "Dorn")]
    [InlineData("account", "Nwosu, 0551 2233", "Nwosu")]
    [InlineData("account", "Tran-Nguyen", "Tran")]
    [InlineData("what", "Bookings under nwosu1998", "nwosu1998")]
    [InlineData("what", "Bookings under AmaraNwosu", "AmaraNwosu")]
    [InlineData("what", "Contract of Cerny with the hotel", "Cerny")]
    [InlineData("what", "Contract of Mr Černý", "Černý")]
    [InlineData("what", "Invoices to Zoe", "Zoe")]
    [InlineData("what", "Invoices to D’ARGENT", "D’ARGENT")]
    [InlineData("what", "Booking of Ms Price", "Price")]
    [InlineData("what", "PRICE M., room 12", "PRICE")]
    [InlineData("what", "M. Price, room 12", "Price")]
    [InlineData("what", "Mrs May came by bus", "May")]
    [InlineData("what", "Rooms of the Nwosus", "Nwosus")]
    public void A_word_of_a_name_is_refused_and_named(string field, string text, string word)
    {
        var error = Refuse(field, text);
        Assert.Equal("requests.names-word", error?.Key);
        Assert.Contains(error!.Values, value => value.Name == "word" && value.Value == word);
        Assert.Contains($"“{word}”", Unit.Texts.Of(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what", "Amara Nwosu's ticket")]
    [InlineData("what", "Calls of +44 7700 900 123")]
    [InlineData("what", "Calls of 07700 900123, all of May")]
    [InlineData("why", "We ask for +447700900123.")]
    [InlineData("authority", "Order for DE7712345678")]
    [InlineData("what", "Mail of amara.nwosu@post.example")]
    [InlineData("what", "The account DE77 1234 5678")]
    [InlineData("why", "VIKTOR  DORN lives there.")]
    [InlineData("what", "The ticket of my le")]
    [InlineData("what", "What the boss paid")]
    public void A_whole_name_and_a_number_outside_its_field_are_refused(string field, string text) => Assert.Equal("requests.names-person", Refuse(field, text)?.Key);

    [Fact]
    public void A_name_inside_a_script_without_spaces_is_found() => Assert.Equal("requests.names-word", Refuse("what", "陈丽华的车票")?.Key);

    [Theory]
    [InlineData("account", "+44 7700 900 123")]
    [InlineData("account", "DE77 1234 5678 and +44 7700 900 123")]
    [InlineData("account", "amara.nwosu@post.example")]
    [InlineData("account", "4402-118-77")]
    [InlineData("to", "Valley Bank")]
    [InlineData("to", "VB, head office")]
    [InlineData("authority", "18 U.S.C. 2703(d)")]
    [InlineData("authority", "Evidence Act, section 31, order of 3 May 2025")]
    [InlineData("what", "All payments of 1,000 or more, with their receipts")]
    [InlineData("what", "Call records, incoming and outgoing, and the towers they used")]
    [InlineData("what", "Copies of the passport and the visa application")]
    [InlineData("what", "The register of rooms 11 to 14, with who paid")]
    [InlineData("what", "The account, who may sign for it and since when")]
    [InlineData("what", "Bus tickets sold on 3 May 2025, with the price")]
    [InlineData("what", "The list of passengers of the flight of 3 March")]
    [InlineData("what", "Travel documents and identity cards that were copied at the desk")]
    [InlineData("what", "Employment contracts and working hours of all staff")]
    [InlineData("what", "Statements for May and June, with the fees taken")]
    [InlineData("what", "The lease of the house and who paid the rent")]
    [InlineData("what", "Traffic cameras at the harbour, recordings of 3 May")]
    [InlineData("what", "Recordings of the doors and the parking place")]
    [InlineData("what", "The defended price of the transport, and the transfers made for it")]
    [InlineData("what", "The 1,234 entries of 3/5/2025 to 9/5/2025, file 12-5678")]
    [InlineData("what", "Money sent abroad in 2024, with the purpose that was given")]
    [InlineData("what", "Certified extract of the register of pupils, with days of birth.")]
    [InlineData("what", "Account statement, from the archive of the former branch.")]
    [InlineData("why", "The statements that you sent leave this month out.")]
    [InlineData("why", "The records are deleted after 30 days.")]
    [InlineData("why", "")]
    public void Everyday_words_pass(string field, string text)
    {
        Assert.Null(Refuse(field, text));
        Assert.Null(Refuse(field, text, "us"));
        Assert.Null(Refuse(field, text, "ug"));
    }

    [Theory]
    [InlineData("kestria", "Payments that show debt bondage")]
    [InlineData("us", "Payments that show debt bondage")]
    [InlineData("ug", "Payments that show debt bondage")]
    [InlineData("kestria", "What shows trafficking")]
    [InlineData("us", "Records of the traffickers")]
    [InlineData("us", "A case of forced labor at the farm")]
    [InlineData("kestria", "It is about forced labour")]
    [InlineData("us", "Whether it was peonage")]
    [InlineData("us", "Proof of involuntary work")]
    [InlineData("us", "We look into a conspiracy")]
    [InlineData("kestria", "It is for a matter of laundering")]
    [InlineData("kestria", "The exploitation of workers")]
    [InlineData("kestria", "They exploited her")]
    [InlineData("kestria", "Signs of coercion")]
    [InlineData("kestria", "She was coerced")]
    [InlineData("us", "The threat of serious harm")]
    [InlineData("us", "Whether she was physically restrained")]
    [InlineData("kestria", "It was abuse of power")]
    [InlineData("kestria", "There was a position of vulnerability")]
    [InlineData("us", "Payments for prostitution")]
    [InlineData("us", "Held in servitude")]
    [InlineData("ug", "Suspected slavery at the address")]
    public void Words_of_the_offences_are_refused(string country, string text) => Assert.Equal("requests.names-law", Refuse("why", text, country)?.Key);

    private static Error? Refuse(string field, string text, string country = "kestria")
    {
        var of = new Case { Id = Id, Ref = "T-1", Title = "The laundry at the quay", Country = country };
        var request = new EvidenceRequest { Id = new(Guid.CreateVersion7()), CaseId = Id, Number = 1, Kind = Addressee.ThirdParty, To = "Valley Mobile", What = "Call records" };
        return LetterRules.Refuse(
            field switch
            {
                "to" => request with { To = text },
                "what" => request with { What = text },
                "account" => request with { Account = text },
                "authority" => request with { Authority = text },
                _ => request with { Why = text },
            },
            AskForEvidence.WordsOf(of, People, PracticeStore.Law, Unit.Texts));
    }

    private static Person Person(string pseudonym, PersonRole role, params string[] aliases) =>
        new() { Id = new(Guid.CreateVersion7()), CaseId = Id, Pseudonym = pseudonym, Roles = [role], Aliases = aliases };
}
