package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import java.util.List;

/** Processes for tests. */
final class Designs {

    private Designs() {}

    static Step coSign(boolean inOrder, OrganizationId... offices) {
        return new Step(
                "Mitzeichnung", StepKind.CO_SIGN, Actor.OFFICES, List.of(offices), inOrder, Condition.ALWAYS, 3, false);
    }

    static Step only(Condition condition, OrganizationId office) {
        return new Step("Fachamt", StepKind.CO_SIGN, Actor.OFFICES, List.of(office), false, condition, 3, true);
    }

    static Step headOfAuthor() {
        return new Step(
                "Amtsleitung", StepKind.CO_SIGN, Actor.AUTHOR_OFFICE, List.of(), false, Condition.ALWAYS, 2, false);
    }

    static Step chosen() {
        return new Step(
                "Beteiligte", StepKind.CO_SIGN, Actor.CHOSEN_OFFICES, List.of(), false, Condition.ALWAYS, 3, false);
    }

    static Step approve(OrganizationId office) {
        return new Step(
                "Freigabe", StepKind.APPROVE, Actor.OFFICES, List.of(office), false, Condition.ALWAYS, 0, false);
    }

    static Step release(Actor actor) {
        return new Step("Veröffentlichung", StepKind.RELEASE, actor, List.of(), false, Condition.ALWAYS, 0, false);
    }

    static ProcessDesign of(Step... steps) {
        return new ProcessDesign(List.of(steps), AfterChange.VOID, AfterRefusal.ONLY_OPEN);
    }
}
