package de.ratssaal.workflow;

import de.ratssaal.base.DemoClock;
import de.ratssaal.base.DemoContent;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How Stadt Lindenau co-signs the administration's papers; one paper that waits at the treasury, and one that was refused and
 * submitted again.
 */
@Component
@Profile("demo")
class DemoProcesses implements DemoContent {

    static final String CYCLE_PATH = "Radweg an der Uferstraße";
    static final String TREES = "Bäume für den Marktplatz";

    private static final Duration BEGUN = Duration.ofDays(4);

    private final ProcessDefinitions definitions;
    private final PaperDrafting drafting;
    private final ProcessRegister register;
    private final Councils councils;
    private final Access access;
    private final TransactionTemplate transaction;
    private final DemoClock clock;

    DemoProcesses(
            ProcessDefinitions definitions,
            PaperDrafting drafting,
            ProcessRegister register,
            Councils councils,
            Access access,
            TransactionTemplate transaction,
            DemoClock clock) {
        this.definitions = definitions;
        this.drafting = drafting;
        this.register = register;
        this.councils = councils;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** After the papers that the secretariat releases as it always did. */
    @Override
    public int order() {
        return 460;
    }

    @Override
    public void load() {
        if (access.asSystem("demo", () -> definitions.latest(DemoCity.BODY, PaperType.PROPOSAL))
                .isEmpty()) {
            clock.putForwardTo(clock.present().minus(BEGUN));
            transaction.executeWithoutResult(status -> access.asSystem("demo", this::layAndSubmit));
        }
    }

    private void layAndSubmit() {
        definitions.lay(DemoCity.BODY, PaperType.PROPOSAL, 0, design());
        var path = draft(
                CYCLE_PATH,
                "An der Uferstraße wird zwischen Lindenbrücke und Bahnhof ein Radweg gebaut.",
                "Die Stadtverwaltung wird beauftragt, Fördermittel des Landes zu beantragen.");
        var waiting = begun(path, DemoCity.PLANNING_OFFICE);
        submit(waiting, DemoCity.PLANNER, "Bitte bis zur Sitzung des Bauausschusses.");
        sign(waiting, DemoCity.PLANNING_OFFICE, "");
        sign(waiting, DemoCity.LEGAL_OFFICE, "Keine rechtlichen Bedenken.");
        register.save(waiting);

        var trees = draft(TREES, "Auf dem Marktplatz werden zwölf Linden gepflanzt.");
        var refused = begun(trees, DemoCity.ENVIRONMENT_OFFICE);
        submit(refused, staff(DemoCity.ENVIRONMENT_OFFICE, MembershipRole.OFFICE_WORKER), "");
        sign(refused, DemoCity.ENVIRONMENT_OFFICE, "");
        sign(refused, DemoCity.LEGAL_OFFICE, "");
        refused.refuse(
                asked(refused, DemoCity.TREASURY),
                fingerprint(refused),
                head(DemoCity.TREASURY),
                "Die Kosten fehlen. Bitte nennen Sie Anschaffung und Pflege für fünf Jahre.",
                register.now());
        register.save(refused);
        drafting.edit(
                trees,
                1,
                content(
                        TREES,
                        "Anschaffung: 38.000 Euro. Pflege: 2.400 Euro im Jahr, bezahlt aus dem Grünflächenhaushalt.",
                        "Auf dem Marktplatz werden zwölf Linden gepflanzt."));
        submit(
                refused,
                staff(DemoCity.ENVIRONMENT_OFFICE, MembershipRole.OFFICE_WORKER),
                "Die Kosten stehen jetzt in der Begründung.");
        register.save(refused);
    }

    private static ProcessDesign design() {
        return new ProcessDesign(
                List.of(
                        new Step(
                                "Amtsleitung",
                                StepKind.CO_SIGN,
                                Actor.AUTHOR_OFFICE,
                                List.of(),
                                true,
                                Condition.ALWAYS,
                                2,
                                false),
                        new Step(
                                "Mitzeichnung",
                                StepKind.CO_SIGN,
                                Actor.OFFICES,
                                List.of(DemoCity.TREASURY, DemoCity.LEGAL_OFFICE),
                                false,
                                Condition.ALWAYS,
                                5,
                                true),
                        new Step(
                                "Freigabe",
                                StepKind.APPROVE,
                                Actor.OFFICES,
                                List.of(DemoCity.MAYORS_OFFICE),
                                true,
                                Condition.ALWAYS,
                                3,
                                false),
                        new Step(
                                "Veröffentlichung",
                                StepKind.RELEASE,
                                Actor.SECRETARIAT,
                                List.of(),
                                true,
                                Condition.ALWAYS,
                                1,
                                false)),
                AfterChange.VOID,
                AfterRefusal.ONLY_OPEN);
    }

    private PaperId draft(String title, String... points) {
        return drafting.draft(DemoCity.COUNCIL, content(title, "", points));
    }

    private static PaperContent content(String title, String reasons, String... points) {
        return new PaperContent(
                PaperType.PROPOSAL,
                title,
                "Oberbürgermeister",
                true,
                new ResolutionProposal(
                        "",
                        Stream.of(points).map(it -> ResolutionPoint.of("", it)).toList()),
                reasons);
    }

    private PaperProcess begun(PaperId id, OrganizationId office) {
        var paper = register.inHand(id);
        return new PaperProcess(
                id,
                paper.body(),
                definitions.inForce(paper.body(), PaperType.PROPOSAL).orElseThrow(),
                office,
                by(DemoCity.SECRETARY),
                paper.fingerprint(),
                register.now());
    }

    private void submit(PaperProcess process, PersonId author, String comment) {
        process.submit(
                design(),
                new Submission(null, true, List.of(), comment, fingerprint(process)),
                true,
                by(author),
                register.now(),
                today());
    }

    private void sign(PaperProcess process, OrganizationId office, String comment) {
        var text = fingerprint(process);
        process.sign(asked(process, office), text, text, head(office), comment, register.now(), today());
    }

    private static StationId asked(PaperProcess process, OrganizationId office) {
        return process.current().stream()
                .filter(it -> office.equals(it.office()))
                .map(Station::id)
                .findFirst()
                .orElseThrow();
    }

    private String fingerprint(PaperProcess process) {
        return register.inHand(process.paper()).fingerprint();
    }

    private By head(OrganizationId office) {
        return by(staff(office, MembershipRole.OFFICE_HEAD));
    }

    private By by(PersonId person) {
        return By.oneself(person, councils.nameOf(person));
    }

    private PersonId staff(OrganizationId office, MembershipRole role) {
        return councils.members(office, today().date()).stream()
                .filter(it -> it.role() == role)
                .findFirst()
                .orElseThrow()
                .person();
    }

    private OfficeDay today() {
        return register.today(DemoCity.BODY);
    }
}
