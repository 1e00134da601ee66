package de.ratssaal.base;

/** A step that the rules of procedure or the law forbid. The person who tried is shown the rule and its paragraph. */
public class RuleViolation extends Refusal {

    private static final long serialVersionUID = 1;

    private final transient LegalSource source;

    public RuleViolation(String key, LegalSource source, Object... arguments) {
        super(key, arguments);
        this.source = source;
    }

    public LegalSource source() {
        return source;
    }
}
