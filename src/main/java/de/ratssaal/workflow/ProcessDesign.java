package de.ratssaal.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process as an administrator lays it down: what happens to a paper of one kind before it is released. Without steps there
 * is no process: the secretariat releases the paper when it is ready.
 */
public record ProcessDesign(List<Step> steps, AfterChange afterChange, AfterRefusal afterRefusal) {

    /** There is no process. */
    public static final ProcessDesign NONE = new ProcessDesign(List.of(), AfterChange.VOID, AfterRefusal.ONLY_OPEN);

    /** Most steps of a process. */
    public static final int MOST_STEPS = 12;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ProcessDesign {
        steps = List.copyOf(steps);
    }

    @JsonIgnore
    public boolean isNone() {
        return steps.isEmpty();
    }

    /**
     * Why this process cannot be: it would never end, nobody would approve, or something is missing. Each with a sentence for
     * whoever lays it down; nothing if it can be.
     *
     * @param isHeaded whether an office exists and somebody heads it
     */
    public List<Refusal> problems(Predicate<OrganizationId> isHeaded) {
        var problems = new ArrayList<Refusal>();
        if (isNone()) {
            return problems;
        }
        if (steps.size() > MOST_STEPS) {
            problems.add(new Refusal("workflow.design.too-many", MOST_STEPS));
        }
        for (var place = 0; place < steps.size(); place++) {
            problemsOf(steps.get(place), place + 1, isHeaded, problems);
        }
        if (steps.stream().noneMatch(ProcessDesign::alwaysApproves)) {
            problems.add(new Refusal("workflow.design.no-approval"));
        }
        if (steps.getLast().kind() != StepKind.RELEASE) {
            problems.add(new Refusal("workflow.design.no-release"));
        }
        if (steps.stream().limit(steps.size() - 1L).anyMatch(it -> it.kind() == StepKind.RELEASE)) {
            problems.add(new Refusal("workflow.design.release-not-last"));
        }
        return problems;
    }

    /** Whether somebody approves in it whatever the paper says, and nobody can go on without them. */
    private static boolean alwaysApproves(Step step) {
        return step.kind() == StepKind.APPROVE
                && step.condition() == Condition.ALWAYS
                && !step.mayBePassedOver()
                && step.actor() != Actor.CHOSEN_OFFICES;
    }

    private static void problemsOf(Step step, int number, Predicate<OrganizationId> isHeaded, List<Refusal> problems) {
        if (step.name().isEmpty() || step.name().length() > Step.LONGEST_NAME) {
            problems.add(new Refusal("workflow.design.name-missing", number));
        }
        if (step.workingDays() < 0 || step.workingDays() > Step.LONGEST_DEADLINE) {
            problems.add(new Refusal("workflow.design.deadline-wrong", number, Step.LONGEST_DEADLINE));
        }
        if (!step.reminders().areLawful()) {
            problems.add(new Refusal("workflow.design.reminders-wrong", number, Reminders.LONGEST));
        }
        var byOffices = step.actor() != Actor.SECRETARIAT && step.actor() != Actor.AUTOMATIC;
        if (byOffices == (step.kind() == StepKind.RELEASE)) {
            problems.add(new Refusal("workflow.design.actor-wrong", number));
        }
        if (step.kind() == StepKind.RELEASE && (step.condition() != Condition.ALWAYS || step.mayBePassedOver())) {
            problems.add(new Refusal("workflow.design.release-always", number));
        }
        if (step.actor() == Actor.OFFICES) {
            if (step.offices().isEmpty()) {
                problems.add(new Refusal("workflow.design.nobody-acts", number));
            }
            if (new HashSet<>(step.offices()).size() < step.offices().size()) {
                problems.add(new Refusal("workflow.design.office-twice", number));
            }
            if (!step.offices().stream().allMatch(isHeaded)) {
                problems.add(new Refusal("workflow.design.office-without-head", number));
            }
        }
    }

    /** The process as it is stored, in JSON. */
    String serialise() {
        return JSON.writeValueAsString(this);
    }

    /** @throws IllegalArgumentException if it is none */
    static ProcessDesign parse(String serialised) {
        try {
            return JSON.readValue(serialised, ProcessDesign.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a process", e);
        }
    }
}
