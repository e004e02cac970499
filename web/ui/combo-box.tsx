import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { t } from "../strings/en.ts";
import { Icon } from "./icon.tsx";
import "./field.css";
import "./menu.css";

export type ComboBoxOption = { id: string; label: string; hint?: string };

type ComboBoxProps = {
  label: string;
  hint?: string;
  error?: string | undefined;
  options: ComboBoxOption[];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  placeholder?: string;
};

/** One of many, found by typing: people, schools, modules. Heavy: only in lazily loaded pages. */
export function ComboBox({ label, hint, error, options, value, onChange, placeholder }: ComboBoxProps) {
  return (
    <AriaComboBox
      className="field"
      defaultItems={options}
      selectedKey={value ?? null}
      onSelectionChange={(key) => onChange(key === null ? undefined : String(key))}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className="field-label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <div className="combo-box">
        <Input className="input" {...(placeholder !== undefined && { placeholder })} />
        <Button className="combo-box-button">
          <Icon name="chevronDown" size={18} />
        </Button>
      </div>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox<ComboBoxOption> className="menu" renderEmptyState={() => <div className="menu-empty">{t.nothingFound}</div>}>
          {(option) => (
            <ListBoxItem className="menu-item" textValue={option.label}>
              <span>
                {option.label}
                {option.hint !== undefined && <span className="choice-hint">{option.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
