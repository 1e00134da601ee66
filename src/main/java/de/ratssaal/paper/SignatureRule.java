package de.ratssaal.paper;

import de.ratssaal.base.Refusal;

/**
 * Who must have signed a paper before it is released. It binds papers that members or offices write here; what the
 * secretariat enters for somebody was signed on paper.
 *
 * @param members how many members at least; 0 if it does not matter
 * @param groupSuffices whether the signature for a political group takes the place of those members
 * @param chair whether whoever chairs the political group must have signed
 * @param headOfOffice whether the head of the office that writes it must have signed
 */
public record SignatureRule(int members, boolean groupSuffices, boolean chair, boolean headOfOffice) {

    /** Nobody has to sign. */
    public static final SignatureRule NONE = new SignatureRule(0, false, false, false);

    private static final int MOST = 100;

    public SignatureRule {
        if (members < 0 || members > MOST) {
            throw new Refusal("paper.template.members-wrong");
        }
    }
}
