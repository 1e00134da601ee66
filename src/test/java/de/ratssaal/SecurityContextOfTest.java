package de.ratssaal;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets a test's own application say who is signed in. The holder is one for the whole JVM, and every application that
 * starts in it puts its own strategy there.
 */
class SecurityContextOfTest implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestClass(TestContext test) {
        use(test);
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        use(test);
    }

    private static void use(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(SecurityContextHolderStrategy.class)
                    .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        }
    }

    /** Before who is signed in is put there (10 000). */
    @Override
    public int getOrder() {
        return 9_000;
    }
}
