using System.Text;
using Register.Domain.Documents;

namespace Register.Domain.Tests.Kernel;

public sealed class FileSignatures
{
    [Fact]
    public void A_file_is_told_by_how_it_begins()
    {
        Assert.Equal(MediaType.Pdf, FileSignature.Of(Encoding.ASCII.GetBytes("%PDF-1.7\n…")));
        Assert.Equal(MediaType.Png, FileSignature.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]));
        Assert.Equal(MediaType.Jpeg, FileSignature.Of([0xFF, 0xD8, 0xFF, 0xE0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF")]
    [InlineData(" %PDF-1.7")]
    [InlineData("<html>")]
    [InlineData("MZ")]
    public void What_begins_otherwise_is_none_of_them(string content) => Assert.Null(FileSignature.Of(Encoding.ASCII.GetBytes(content)));

    [Theory]
    [InlineData("")]
    [InlineData("ABCDEF")]
    [InlineData("zz")]
    public void A_hash_has_one_written_form(string text)
    {
        Assert.False(ContentHash.TryParse(text, null, out _));
        Assert.False(ContentHash.TryParse(new string('A', 64), null, out _));
        var hash = ContentHash.Parse(new string('a', 64), null);
        Assert.Equal(hash, ContentHash.Of(hash.ToBytes()));
    }
}
