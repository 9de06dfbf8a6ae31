package dev.gyrus.cli.models;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.testkit.ModelContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every model that comes with Gyrus keeps to what is asked of the models of others. */
class EveryModelTest {

    @TestFactory
    Stream<DynamicNode> keepsTheContract() {
        return Catalogue.models().all().stream()
                .map(provider -> dynamicContainer(provider.name(), promises().map(promise -> test(provider, promise))));
    }

    private static Stream<Method> promises() {
        return Stream.of(ModelContract.class.getMethods()).filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static DynamicNode test(ModelProvider provider, Method promise) {
        ModelContract contract = () -> provider;
        return dynamicTest(promise.getName(), () -> {
            try {
                promise.invoke(contract);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
