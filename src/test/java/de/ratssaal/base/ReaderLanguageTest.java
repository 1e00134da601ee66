package de.ratssaal.base;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReaderLanguageTest {

    private static final Cookie CHOSE_ENGLISH = new Cookie(ReaderLanguage.COOKIE, "en");

    @Test
    void whatTheReaderChoseGoesBeforeWhatTheBrowserAsksFor() {
        assertThat(ReaderLanguage.of(new Cookie[] {CHOSE_ENGLISH}, List.of(Locale.GERMANY)))
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void theFirstLanguageOfTheBrowserThatWeSpeakIsTaken() {
        assertThat(ReaderLanguage.of(null, List.of(Locale.FRANCE, Locale.UK, Locale.GERMANY)))
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void everybodyElseReadsGerman() {
        assertThat(ReaderLanguage.of(null, List.of(Locale.FRANCE))).isEqualTo(Locale.GERMAN);
        assertThat(ReaderLanguage.of(new Cookie[] {new Cookie(ReaderLanguage.COOKIE, "xx")}, List.of()))
                .isEqualTo(Locale.GERMAN);
    }

    @Test
    void theChoiceIsKeptForTheWholeSite() {
        assertThat(ReaderLanguage.keep(Locale.ENGLISH).getPath()).isEqualTo("/");
        assertThat(ReaderLanguage.keep(Locale.ENGLISH).getValue()).isEqualTo("en");
    }
}
