package de.ratssaal.identity;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;

/** Passwords of tests need no protection, which each sign-in and each account would pay for. */
public final class QuickPasswords {

    private static final int KIBIBYTES = 64;
    private static final String BEAN = "passwordHashing";

    private QuickPasswords() {}

    public static void in(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(factory -> {
            var beans = (BeanDefinitionRegistry) factory;
            beans.removeBeanDefinition(BEAN);
            beans.registerBeanDefinition(
                    BEAN, new RootBeanDefinition(PasswordHashing.class, () -> new PasswordHashing(KIBIBYTES, 1)));
        });
    }
}
