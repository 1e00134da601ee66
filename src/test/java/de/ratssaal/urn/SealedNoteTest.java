package de.ratssaal.urn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What nodes hand each other")
class SealedNoteTest {

    @Test
    @DisplayName("is read by the node that it is for, and by nobody else")
    void forOneNode() {
        var key = SealedNote.newKey();
        var sealed = SealedNote.seal("wer was", SealedNote.publicText(key));

        assertThat(sealed).doesNotContain("wer").doesNotContain(" ");
        assertThat(SealedNote.open(sealed, key.getPrivate())).contains("wer was");
        assertThat(SealedNote.open(sealed, SealedNote.newKey().getPrivate())).isEmpty();
    }

    @Test
    @DisplayName("is never sealed alike twice, and not read once it was changed")
    void changed() {
        var key = SealedNote.newKey();
        var sealed = SealedNote.seal("wer was", SealedNote.publicText(key));

        assertThat(SealedNote.seal("wer was", SealedNote.publicText(key))).isNotEqualTo(sealed);
        var last = sealed.charAt(sealed.length() - 4);
        var changed = sealed.substring(0, sealed.length() - 4)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 3);
        assertThat(SealedNote.open(changed, key.getPrivate())).isEmpty();
        assertThat(SealedNote.open("", key.getPrivate())).isEmpty();
        assertThat(SealedNote.open("x.y", key.getPrivate())).isEmpty();
    }

    @Test
    @DisplayName("fits into a notice of the database, with a credential in it")
    void size() {
        var sealed = SealedNote.seal("x".repeat(36 + 1 + 617), SealedNote.publicText(SealedNote.newKey()));

        assertThat(sealed.length()).isLessThan(7_000);
    }
}
