import { Component, type ComponentChildren } from 'preact'
import { t } from '../texts/texts.ts'

type Props = { readonly children: ComponentChildren; readonly place: string }

/** A page that breaks does not take the rest with it; going somewhere else starts afresh. */
export class ErrorBoundary extends Component<Props, { readonly broken: string | null }> {
  override state = { broken: null }

  static override getDerivedStateFromError(): { readonly broken: string } {
    return { broken: location.href }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.broken !== null) this.setState({ broken: null })
  }

  override render() {
    if (this.state.broken === null) return this.props.children
    const { shell } = t.value
    return (
      <div class="empty" role="alert">
        <strong>{shell.broken}</strong>
        <p>{shell.brokenHint}</p>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {shell.reload}
        </button>
      </div>
    )
  }
}
