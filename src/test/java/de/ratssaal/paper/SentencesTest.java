package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dies betrifft u.a. Straßen, z. B. die Hauptstr. 5 bzw. Plätze.",
                "Nach § 3 Abs. 2 Nr. 4 ThürKO i. V. m. der Satzung gilt das.",
                "Dr. A. Wendt legt bis zum Ende des 2. Quartals 2021 den Plan vor.",
                "Bis zum 31. März 2021 sind ca. 3 Mio. Euro abzurufen.",
                "Das gilt am 31.03.2021 in Lindenau"
            })
    void abbreviationsAndOrdinalsEndNoSentence(String sentence) {
        assertThat(Sentences.of(sentence)).containsExactly(sentence);
    }

    @Test
    void endsOfSentencesDivide() {
        assertThat(Sentences.of("Das gilt ab 2021. Der Rest nicht! Warum? „Darum.“ Ende"))
                .containsExactly("Das gilt ab 2021.", "Der Rest nicht!", "Warum?", "„Darum.“", "Ende");
    }
}
