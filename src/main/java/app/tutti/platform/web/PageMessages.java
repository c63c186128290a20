package app.tutti.platform.web;

import app.tutti.platform.text.Messages;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** {@code #{…}} in templates. A key that is missing throws, so that a test sees it and a person never does. */
class PageMessages extends AbstractMessageResolver {
    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        String text = Messages.text(context.getLocale(), key, parameters == null ? new Object[0] : parameters);
        if (text == null) {
            throw new IllegalStateException("no message for " + key);
        }
        return text;
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        throw new IllegalStateException("no message for " + key);
    }
}
