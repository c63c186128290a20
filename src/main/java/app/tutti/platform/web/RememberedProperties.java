package app.tutti.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;

/**
 * What {@code ${track.title}} stands for: the method title(), getTitle() or isTitle(). OGNL remembers that for beans; for
 * records it compares the names of all methods, in lower case, each time it is asked.
 */
final class RememberedProperties extends ObjectPropertyAccessor {
    private static final ClassValue<Map<String, Method>> READERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return readers(type);
        }
    };

    @Override
    public Object getProperty(@SuppressWarnings("rawtypes") Map context, Object target, Object name)
            throws OgnlException {
        Method reader = READERS.get(target.getClass()).get(name);
        if (reader == null) {
            return super.getProperty(context, target, name);
        }
        try {
            return reader.invoke(target);
        } catch (InvocationTargetException | IllegalAccessException failed) {
            throw new OgnlException(name.toString(), failed);
        }
    }

    private static Map<String, Method> readers(Class<?> type) {
        Map<String, Method> readers = new HashMap<>();
        Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType() != void.class
                        && method.getDeclaringClass() != Object.class
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers())
                        && (Modifier.isPublic(method.getDeclaringClass().getModifiers()) || method.trySetAccessible()))
                .forEach(method -> {
                    readers.put(method.getName(), method);
                    readers.putIfAbsent(bean(method.getName()), method);
                });
        return readers;
    }

    private static String bean(String method) {
        String name =
                method.startsWith("get") ? method.substring(3) : method.startsWith("is") ? method.substring(2) : "";
        return name.isEmpty() ? method : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
