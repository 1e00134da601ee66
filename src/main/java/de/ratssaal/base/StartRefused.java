package de.ratssaal.base;

/** The application cannot start, for a reason that whoever starts it can mend. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param problem what is in the way, without any secret
     * @param remedy what to do about it
     */
    public StartRefused(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
