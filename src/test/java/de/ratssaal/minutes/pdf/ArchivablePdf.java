package de.ratssaal.minutes.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF whether a PDF is what it claims to be. */
public final class ArchivablePdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private ArchivablePdf() {}

    /** What is wrong with it by PDF/A-2a (ISO 19005-2), each rule once; empty if it conforms. */
    public static List<String> faultsByPdfA2a(byte[] pdf) {
        return faults(pdf, PDFAFlavour.PDFA_2_A);
    }

    /** What is wrong with it by PDF/UA-1 (ISO 14289-1), as far as a machine can tell. */
    public static List<String> faultsByPdfUa1(byte[] pdf) {
        return faults(pdf, PDFAFlavour.PDFUA_1);
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
                    .map(it -> "%s %s %s".formatted(it.getRuleId(), it.getMessage(), it.getLocation()))
                    .distinct()
                    .limit(20)
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("checking a PDF", e);
        }
    }
}
