package de.ratssaal.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A coat of arms")
class CoatOfArmsTest {

    private static final String HEAD = "<svg xmlns='http://www.w3.org/2000/svg'>";

    @Test
    @DisplayName("may be as large as the upload says, and no larger")
    void itsSize() {
        assertThat(new CoatOfArms(drawing(CoatOfArms.LONGEST)).svg()).hasSize(CoatOfArms.LONGEST);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new CoatOfArms(drawing(CoatOfArms.LONGEST + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script/>",
                "<image href='https://elsewhere.example/a.png'/>",
                "<g onclick='alert(1)'/>",
                "<g style='fill: url(https://elsewhere.example)'/>",
                "<use href='https://elsewhere.example/a.svg#a'/>",
                "<g fill='url(https://elsewhere.example)'/>",
                "<g"
            })
    @DisplayName("is made of shapes and colours alone")
    void nothingElse(String inside) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new CoatOfArms(HEAD + inside + "</svg>"));
    }

    private static String drawing(int characters) {
        var rest = characters - HEAD.length() - "<title></title></svg>".length();
        return HEAD + "<title>" + "x".repeat(rest) + "</title></svg>";
    }
}
