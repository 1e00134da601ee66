package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file's name")
class FileNameTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Vorlage 12-26.pdf|Vorlage 12-26.pdf",
                "Straße der Jugend (Plan).PDF|Straße der Jugend (Plan).PDF",
                "../../etc/passwd.pdf|passwd.pdf",
                "C:\\Users\\Wendt\\Antrag.pdf|Antrag.pdf",
                "a<b>:c\"|a_b__c_.pdf",
                "  . verborgen.pdf|verborgen.pdf",
                ".htaccess|htaccess.pdf",
                "Rechnung.pdf.exe|Rechnung.pdf.exe.pdf",
                "ohne Endung|ohne Endung.pdf",
                "viele     Leerzeichen .pdf|viele Leerzeichen.pdf",
                "Punkt am Ende...|Punkt am Ende.pdf"
            })
    void isMadeHarmless(String given, String clean) {
        assertThat(FileName.clean(given, FileType.PDF)).isEqualTo(clean);
    }

    @Test
    void losesCharactersThatHideItsEnding() {
        assertThat(FileName.clean("Antrag\u202efdp.exe\u0000\n", FileType.PDF)).isEqualTo("Antragfdp.exe.pdf");
    }

    @Test
    void isComposedSoThatUmlautsAreOneCharacter() {
        assertThat(FileName.clean("Bu\u0308rger.pdf", FileType.PDF)).isEqualTo("Bürger.pdf");
    }

    @Test
    void isCutToALengthThatEveryFileSystemTakes() {
        assertThat(FileName.clean("ä".repeat(500) + ".pdf", FileType.PDF))
                .hasSize(150)
                .endsWith("ä.pdf");
    }

    @Test
    void isNeverEmpty() {
        assertThat(FileName.clean("", FileType.PNG)).isEqualTo("Dokument.png");
        assertThat(FileName.clean("///", FileType.PNG)).isEqualTo("Dokument.png");
        assertThat(FileName.clean(".pdf", FileType.PDF)).isEqualTo("pdf.pdf");
    }
}
