package de.ratssaal.workflow;

import static de.ratssaal.workflow.Designs.approve;
import static de.ratssaal.workflow.Designs.chosen;
import static de.ratssaal.workflow.Designs.coSign;
import static de.ratssaal.workflow.Designs.headOfAuthor;
import static de.ratssaal.workflow.Designs.of;
import static de.ratssaal.workflow.Designs.release;
import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A process that an administrator lays down")
class ProcessDesignTest {

    final OrganizationId treasury = OrganizationId.next();
    final OrganizationId mayor = OrganizationId.next();
    final OrganizationId orphan = OrganizationId.next();

    @Test
    @DisplayName("is co-signed, approved and released, or there is none")
    void canBe() {
        assertThat(problems(of(headOfAuthor(), coSign(false, treasury), approve(mayor), release(Actor.SECRETARIAT))))
                .isEmpty();
        assertThat(problems(of(approve(mayor), release(Actor.AUTOMATIC)))).isEmpty();
        assertThat(problems(ProcessDesign.NONE)).isEmpty();
    }

    @Test
    @DisplayName("needs somebody who always approves and cannot be passed over")
    void approval() {
        var passable =
                new Step("Freigabe", StepKind.APPROVE, Actor.OFFICES, List.of(mayor), false, Condition.ALWAYS, 0, true);
        var sometimes = new Step(
                "Freigabe", StepKind.APPROVE, Actor.OFFICES, List.of(mayor), false, Condition.NON_PUBLIC, 0, false);
        var perhaps = new Step(
                "Freigabe", StepKind.APPROVE, Actor.CHOSEN_OFFICES, List.of(), false, Condition.ALWAYS, 0, false);

        for (var step : List.of(passable, sometimes, perhaps, coSign(false, treasury))) {
            assertThat(problems(of(step, release(Actor.SECRETARIAT)))).containsExactly("workflow.design.no-approval");
        }
    }

    @Test
    @DisplayName("comes to its end: with the release, and past nobody who cannot act")
    void ends() {
        assertThat(problems(of(approve(mayor)))).containsExactly("workflow.design.no-release");
        assertThat(problems(of(release(Actor.SECRETARIAT), approve(mayor))))
                .containsExactly("workflow.design.no-release", "workflow.design.release-not-last");
        assertThat(problems(of(coSign(true, orphan), approve(mayor), release(Actor.SECRETARIAT))))
                .containsExactly("workflow.design.office-without-head");
        assertThat(problems(of(coSign(true), approve(mayor), release(Actor.SECRETARIAT))))
                .containsExactly("workflow.design.nobody-acts");
        assertThat(problems(of(coSign(true, treasury, treasury), approve(mayor), release(Actor.SECRETARIAT))))
                .containsExactly("workflow.design.office-twice");
    }

    @Test
    @DisplayName("lets offices sign and the secretariat release, not the other way round")
    void actors() {
        var officeReleases =
                new Step("V", StepKind.RELEASE, Actor.OFFICES, List.of(treasury), false, Condition.ALWAYS, 0, false);
        var secretariatSigns =
                new Step("M", StepKind.CO_SIGN, Actor.SECRETARIAT, List.of(), false, Condition.ALWAYS, 0, false);
        var sometimesReleased =
                new Step("V", StepKind.RELEASE, Actor.AUTOMATIC, List.of(), false, Condition.NON_PUBLIC, 0, false);

        assertThat(problems(of(approve(mayor), officeReleases))).containsExactly("workflow.design.actor-wrong");
        assertThat(problems(of(secretariatSigns, approve(mayor), release(Actor.AUTOMATIC))))
                .containsExactly("workflow.design.actor-wrong");
        assertThat(problems(of(approve(mayor), sometimesReleased))).containsExactly("workflow.design.release-always");
    }

    @Test
    @DisplayName("has names and deadlines that can be kept")
    void bounds() {
        var nameless =
                new Step(" ", StepKind.CO_SIGN, Actor.CHOSEN_OFFICES, List.of(), false, Condition.ALWAYS, 61, false);

        assertThat(problems(of(nameless, approve(mayor), release(Actor.AUTOMATIC))))
                .containsExactly("workflow.design.name-missing", "workflow.design.deadline-wrong");
    }

    @Test
    @DisplayName("is the same after it was stored")
    void stored() {
        var design =
                of(headOfAuthor(), chosen(), coSign(true, treasury, mayor), approve(mayor), release(Actor.AUTOMATIC));

        assertThat(ProcessDesign.parse(design.serialise())).isEqualTo(design);
        assertThat(ProcessDesign.parse(ProcessDesign.NONE.serialise())).isEqualTo(ProcessDesign.NONE);
    }

    private List<String> problems(ProcessDesign design) {
        return design.problems(it -> !it.equals(orphan)).stream()
                .map(Refusal::key)
                .toList();
    }
}
