package de.ratssaal.verifier;

/** Text of a record as it may be printed: nothing in it moves the cursor, begins a line or turns the direction of reading. */
final class Printable {

    private static final char INSTEAD = '\ufffd';
    /** Some scripts cannot be spelled without them. */
    private static final int NON_JOINER = 0x200c;

    private static final int JOINER = 0x200d;

    private Printable() {}

    static String of(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(it -> printable.appendCodePoint(commands(it) ? INSTEAD : it));
        return printable.toString();
    }

    private static boolean commands(int letter) {
        if (letter == JOINER || letter == NON_JOINER) {
            return false;
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
