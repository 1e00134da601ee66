package de.ratssaal.amendment;

import de.ratssaal.paper.DueDate;
import de.ratssaal.paper.ReportDuty;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.SubPoint;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Proposals as people write them, and worse. */
final class TestOperations {

    private TestOperations() {}

    static ResolutionProposal proposal(String... points) {
        return new ResolutionProposal(
                "",
                List.of(points).stream().map(it -> ResolutionPoint.of("", it)).toList());
    }

    static Merge.Change change(ResolutionProposal original, ResolutionProposal wanted) {
        return new Merge.Change(AmendmentId.next(), Operations.between(original, wanted));
    }

    static Arbitrary<ResolutionProposal> proposals() {
        return Combinators.combine(
                        Arbitraries.of("", "Der Stadtrat beschließt:", "Der Rat möge beschließen:"), points())
                .as(ResolutionProposal::new);
    }

    private static ListArbitrary<ResolutionPoint> points() {
        return Combinators.combine(
                        texts(),
                        texts().map(it -> new SubPoint("", it)).list().ofMaxSize(3),
                        Arbitraries.of("Bauamt", "Oberbürgermeisterin").injectNull(0.6),
                        Arbitraries.integers()
                                .between(1, 3)
                                .map(it -> DueDate.by(LocalDate.of(2027, it, 1)))
                                .injectNull(0.6),
                        Arbitraries.of(new ReportDuty("Hauptausschuss", null, false))
                                .injectNull(0.8))
                .as((text, parts, office, due, report) -> new ResolutionPoint("", text, parts, office, due, report))
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "Der Brunnen", "die Bänke", "wird", "saniert", "zwölf", "Linden", "nach BP 02", "1.000 Euro")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(it -> String.join(" ", it) + ".");
    }
}
