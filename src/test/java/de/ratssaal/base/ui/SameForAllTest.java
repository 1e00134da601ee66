package de.ratssaal.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A part of a screen that is the same for all")
class SameForAllTest {

    private final AtomicInteger drawn = new AtomicInteger();

    @BeforeEach
    void aWindow() {
        window(Locale.GERMAN);
    }

    @AfterEach
    void closed() {
        UI.setCurrent(null);
    }

    private static void window(Locale language) {
        var window = new UI();
        window.setLocale(language);
        UI.setCurrent(window);
    }

    private String shown(Object basis) {
        return new SameForAll("test", List.of(basis), () -> {
                    drawn.incrementAndGet();
                    return content(basis);
                })
                .getElement()
                .getProperty("innerHTML");
    }

    private static Component content(Object basis) {
        return new Paragraph(
                Symbol.YES.create(), new Span(basis + " " + UI.getCurrent().getLocale()));
    }

    @Test
    @DisplayName("is drawn once for all windows in one language, and anew when it changed")
    void once() {
        assertThat(shown("33 Ja")).contains("33 Ja de").isEqualTo(shown("33 Ja"));
        assertThat(drawn).hasValue(1);
        assertThat(shown("34 Ja")).contains("34 Ja de");
        window(Locale.ENGLISH);
        assertThat(shown("34 Ja")).contains("34 Ja en");
        assertThat(drawn).hasValue(3);
    }

    @Test
    @DisplayName("keeps its icons, and shows what somebody wrote as they wrote it")
    void asWritten() {
        assertThat(shown("<img src=x onerror=alert(1)> & \"so\""))
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; \"so\" de")
                .contains("symbol=\"yes\"")
                .contains("aria-hidden=\"true\"");
    }
}
